"""Pages about a service whose import kept unknown values: they open, and say which values to correct."""

from __future__ import annotations

from html import unescape
from pathlib import Path

from bot.directory.package.nesting import Records
from bot.runtime.runtime import Runtime
from bot.web.directory import labels
from tests.support.directory_store import put
from tests.support.package import key, lay, read
from tests.support.staff import Team
from tests.unit.test_unknown_values import VALUES, with_unknown


def test_pages_of_unknown_values_open_and_name_them(team: Team, runtime: Runtime, tmp_path: Path) -> None:
    lead = team.inside(team.person("lead"))
    missing = []
    for file, old, new, *_ in VALUES:
        package, _ = read(lay(tmp_path / "in", with_unknown(file, old, new)))
        with package:
            put(runtime, list(Records(package).services()))
        runtime.directory.catch_up()
        for path in (f"/directory/{key(11)}", "/directory", f"/directory/{key(11)}/edit"):
            assert lead.get(path).status_code == 200, (file, new, path)
        page = unescape(lead.get(f"/directory/{key(11)}").text)
        with team.app.app_context():
            faults = [labels.fault(one) for one in runtime.directory.now.service(key(11)).faults]
        missing += [(file, new, fault) for fault in faults if fault not in page]
    assert missing == []
