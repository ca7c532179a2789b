"""Dockerfile and compose.yaml carried out without a container engine: the same commands, in folders of a test.

What an engine adds is left out: the base image, users, isolation, networks. Two steps have a stand-in. Packages are
linked from the environment of the tests instead of being downloaded, exactly those that the step would install; and
users are not made. A path of the image leads into the folder of its stage.
"""

from __future__ import annotations

import importlib.metadata
import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from fnmatch import fnmatch
from pathlib import Path
from typing import Any

import yaml
from packaging.markers import Marker

from bot.server.embedded_redis import die_with_parent
from deploy.runtime_lock import read_lock
from tests.support.servers import ROOT, Server

OF_THE_IMAGE = re.compile(r"(?<![\w./])/(?=(?:app|backups|var/lib/warmline)(?:/|\b))")
"""Start of an absolute path that the image holds."""


@dataclass
class Stage:
    """One FROM of a Dockerfile: a folder that stands for its file system, and what it says about starting."""

    base: str
    root: Path
    workdir: Path
    env: dict[str, str] = field(default_factory=dict)
    user: str = "root"
    healthcheck: list[str] = field(default_factory=list)
    command: list[str] = field(default_factory=list)

    def inside(self, text: str) -> str:
        """Return the text with paths of the image as paths of the stage's folder."""
        return OF_THE_IMAGE.sub(f"{self.root}/", text)

    def environ(self, settings: Mapping[str, str]) -> dict[str, str]:
        """Return the environment of a container with these settings: nothing else of ours but the system's programs."""
        given = {"PATH": os.defpath, **self.env, **settings}
        return {name: self.inside(value) for name, value in given.items()}

    def start(self, command: Sequence[str], settings: Mapping[str, str], log: Path) -> Server:
        """Start a container with this command. It may not answer yet."""
        environ = self.environ(settings)
        with log.open("ab") as output:
            process = subprocess.Popen(
                die_with_parent(["/usr/bin/env", *command]), env=environ, cwd=self.workdir, start_new_session=True,
                stdin=subprocess.DEVNULL, stdout=output, stderr=output,
            )  # fmt: skip
        return Server(int(environ["PORT"]), log, process)

    def run(self, command: Sequence[str], settings: Mapping[str, str]) -> subprocess.CompletedProcess[str]:
        """Run a command in a container and return when it has ended."""
        return subprocess.run(
            ["/usr/bin/env", *map(self.inside, command)], env=self.environ(settings), cwd=self.workdir, text=True,
            capture_output=True, check=False, timeout=120,
        )  # fmt: skip


def instructions(dockerfile: str) -> Iterator[tuple[str, str]]:
    """Yield each instruction and its argument."""
    joined = re.sub(r"\\\n\s*", " ", re.sub(r"^#.*\n", "", dockerfile, flags=re.MULTILINE))
    for line in filter(None, map(str.strip, joined.splitlines())):
        name, _, argument = line.partition(" ")
        yield name, argument.strip()


def clean_clone(folder: Path) -> Path:
    """Copy what git would hand out, with what is changed but not committed."""
    listed = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    names = subprocess.run(listed, cwd=ROOT, check=True, capture_output=True).stdout.decode().split("\0")
    for name in filter(None, names):
        source, target = ROOT / name, folder / name
        if source.is_file() and not source.is_symlink():
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(source, target)
    return folder


def reaches_build(path: str, ignore: str) -> bool:
    """Tell whether a file is in the build's context. The last rule counts that fits it or a folder of it."""
    passed = True
    for line in ignore.splitlines():
        rule = line.strip()
        if not rule or rule.startswith("#"):
            continue
        pattern = rule.removeprefix("!").removeprefix("**/")
        parts = path.split("/")
        heads = ["/".join(parts[: end + 1]) for end in range(len(parts))]
        candidates = [*heads, *parts] if "**/" in rule else heads
        if any(fnmatch(one, pattern) and one.count("/") == pattern.count("/") for one in candidates):
            passed = rule.startswith("!")
    return passed


def build(clone: Path, folder: Path) -> Stage:
    """Carry out the Dockerfile of a clone and return its last stage."""
    ignore = (clone / ".dockerignore").read_text(encoding="utf-8")
    for path in [path for path in clone.rglob("*") if path.is_file()]:
        if path.name not in (".dockerignore", "Dockerfile") and not reaches_build(str(path.relative_to(clone)), ignore):
            path.unlink()
    tools = folder / "tools"
    tools.mkdir(parents=True)
    (tools / "python").symlink_to(Path(sys.executable).resolve())
    stages: dict[str, Stage] = {}
    stage: Stage | None = None
    for name, argument in instructions((clone / "Dockerfile").read_text(encoding="utf-8")):
        if name == "FROM":
            base, _, called = argument.partition(" AS ")
            root = folder / f"stage{len(stages)}"
            root.mkdir()
            stage = stages[called or "last"] = Stage(base, root, root)
        else:
            assert stage is not None
            _apply(name, argument, stage, _Build(clone, tools, stages))
    assert stage is not None
    return stage


@dataclass(frozen=True)
class _Build:
    context: Path
    tools: Path  # a folder with `python`
    stages: Mapping[str, Stage]


def _apply(name: str, argument: str, stage: Stage, made: _Build) -> None:
    if name == "WORKDIR":
        stage.workdir = stage.root / argument.lstrip("/")
        stage.workdir.mkdir(parents=True, exist_ok=True)
    elif name == "ENV":
        for pair in shlex.split(argument):
            variable, _, value = pair.partition("=")
            stage.env[variable] = value.replace("$PATH", os.defpath)
    elif name == "COPY":
        words, origin = argument.split(), made.context
        if words[0].startswith("--from="):
            other = made.stages[words.pop(0).removeprefix("--from=")]
            words[0], origin = words[0].lstrip("/"), other.root
        _copy([origin / word for word in words[:-1]], stage.workdir / words[-1], words[-1].endswith("/"))
    elif name == "RUN":
        _run(argument, stage, made.tools)
    elif name == "USER":
        stage.user = argument
    elif name == "HEALTHCHECK":
        stage.healthcheck = json.loads(argument[argument.index("CMD") + 3 :])
    elif name == "CMD":
        stage.command = json.loads(argument)
    else:
        assert name in ("EXPOSE", "VOLUME"), f"{name}: these tests do not know this instruction"


def _copy(sources: Sequence[Path], target: Path, into: bool) -> None:
    for source in sources:
        goal = target / source.name if into else target
        goal.parent.mkdir(parents=True, exist_ok=True)
        if source.is_dir():
            shutil.copytree(source, goal, symlinks=True, dirs_exist_ok=True)
        else:
            shutil.copy2(source, goal)


def _run(command: str, stage: Stage, tools: Path) -> None:
    if "useradd " in command:
        for folder in ("var/lib/warmline", "backups"):
            (stage.root / folder).mkdir(parents=True)
        return
    if " pip install " in command:
        assert "--require-hashes" in command
        link_packages(stage.workdir / command.rsplit(maxsplit=1)[-1], stage.workdir / ".venv")
        return
    environ = {"PATH": f"{tools}{os.pathsep}{os.defpath}", "HOME": str(stage.root)}
    subprocess.run(["/bin/sh", "-ec", stage.inside(command)], cwd=stage.workdir, env=environ, check=True)


def link_packages(lock: Path, venv: Path) -> None:
    """Put the packages of this lock, and no others, into a virtual environment, from where the tests have them."""
    [site] = venv.glob("lib/python3*/site-packages")
    for pin in read_lock(lock.read_text(encoding="utf-8")):
        if pin.marker and not Marker(pin.marker).evaluate():
            continue
        found = importlib.metadata.distribution(pin.name)
        assert found.version == pin.version, f"{pin.name}: the tests run another version than the lock's"
        tops = {file.parts[0] for file in found.files or () if file.parts[0] not in ("..", "__pycache__")}
        for top in tops:
            if not (site / top).exists():
                (site / top).symlink_to(str(found.locate_file(top)))
        for script in found.entry_points.select(group="console_scripts"):
            program = venv / "bin" / script.name
            function = script.attr.partition(".")[0]
            head = f"#!/usr/bin/env python\nimport sys\nfrom {script.module} import {function}\n"
            program.write_text(f"{head}sys.exit({script.attr}())\n")
            program.chmod(0o755)


def compose() -> dict[str, Any]:
    """Return compose.yaml as it is read: anchors resolved, variables not."""
    read: dict[str, Any] = yaml.safe_load((ROOT / "compose.yaml").read_text(encoding="utf-8"))
    return read


def env_file(text: str) -> dict[str, str]:
    """Return the variables of a file like .env.example."""
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    pairs = [shlex.split(line)[0].partition("=") for line in lines]
    return {name: value for name, _, value in pairs}
