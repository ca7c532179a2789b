"""Rules for the Dockerfile, the compose file, the units of systemd and heroku.yml."""

from __future__ import annotations

import configparser
import os
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import click
import pytest
import yaml
from flask import Flask

from bot.cli.commands import register
from bot.config.settings import REQUIRED
from bot.server.supervisor import read_procfile
from tests.support.container import compose, env_file, instructions, reaches_build
from tests.support.servers import ROOT

DOCKERFILE = (ROOT / "Dockerfile").read_text(encoding="utf-8")
IGNORE = (ROOT / ".dockerignore").read_text(encoding="utf-8")
CADDYFILE = (ROOT / "deploy" / "Caddyfile").read_text(encoding="utf-8")
UNITS = sorted((ROOT / "deploy" / "systemd").iterdir())
SERVICES = compose()["services"]
OURS = [name for name, service in SERVICES.items() if service.get("build")]
PROCESSES = [name for name, _ in read_procfile(ROOT / "Procfile")]
SECRETS = (*REQUIRED, "TWILIO_AUTH_TOKEN_NEXT", "VAPID_KEY", "ALERT_WEBHOOK_KEY", "OIDC_CLIENT_SECRET", "METRICS_TOKEN")


# Image


@pytest.mark.parametrize(
    "path",
    [".env", ".env.local", ".git/config", "var/secrets", "var/redis/appendonly.aof", "tests/conftest.py",
     "deploy/nginx.conf", "bot/web/__pycache__/app.pyc", "id_rsa", "night.backup"],
)  # fmt: skip
def test_settings_data_and_history_never_reach_the_build(path: str) -> None:
    assert not reaches_build(path, IGNORE)


@pytest.mark.parametrize("path", ["app.py", "Procfile", "requirements.lock", "bot/web/factory.py", "deploy/backup.sh"])
def test_what_the_image_needs_reaches_the_build(path: str) -> None:
    assert reaches_build(path, IGNORE)


def test_image_has_a_pinned_slim_base_a_user_of_its_own_and_no_secret() -> None:
    steps = list(instructions(DOCKERFILE))
    bases = {argument.split()[0] for name, argument in steps if name == "FROM"}
    assert bases == {"python:3.12-slim-trixie"}
    assert [argument for name, argument in steps if name == "USER"] == ["10001:10001"]
    assert steps.index(("USER", "10001:10001")) > max(at for at, (name, _) in enumerate(steps) if name == "RUN")
    assert not {name for name, _ in steps} & {"ARG", "ADD", "ONBUILD", "SHELL"}
    given = {pair.partition("=")[0] for name, told in steps if name == "ENV" for pair in told.split()}
    assert given.isdisjoint(SECRETS)
    assert sum(name == "HEALTHCHECK" for name, _ in steps) == 1


def test_image_installs_the_locked_runtime_packages_by_hash_and_nothing_else() -> None:
    installing = [told for name, told in instructions(DOCKERFILE) if name == "RUN" and " install " in f"{told} "]
    [packages] = [told for told in installing if "pip" in told]
    assert "--require-hashes -r runtime.lock" in packages
    assert not any("apt" in told or "curl" in told for told in installing)


# Compose


def test_compose_starts_each_process_of_the_procfile_and_two_webs() -> None:
    started = [SERVICES[name]["command"] for name in OURS]
    for process in PROCESSES:
        assert ["python", "-m", "bot.server", process] in started
    assert started.count(["python", "-m", "bot.server", "web"]) == 2


@pytest.mark.parametrize("name", OURS)
def test_containers_of_ours_have_no_rights_they_do_not_need(name: str) -> None:
    service = SERVICES[name]
    assert service["read_only"] is True
    assert service["cap_drop"] == ["ALL"]
    assert service["security_opt"] == ["no-new-privileges:true"]
    assert not {"privileged", "ports", "user", "cap_add", "pid", "network_mode"} & set(service)
    assert service["env_file"] == ".env"
    assert set(service["environment"]).isdisjoint(SECRETS)
    assert "state:/var/lib/warmline" in service["volumes"], "the journal of STOP is shared"


def test_only_the_proxy_is_reached_from_outside_and_valkey_from_ours_alone() -> None:
    assert {name for name, service in SERVICES.items() if "ports" in service} == {"proxy"}
    assert SERVICES["valkey"]["networks"] == ["store"]
    assert compose()["networks"]["store"]["internal"] is True
    assert "store" not in SERVICES["proxy"]["networks"]


def test_valkey_of_the_compose_file_keeps_all_on_its_volume() -> None:
    command = SERVICES["valkey"]["command"]
    pairs = dict(zip(command[1::2], command[2::2], strict=True))
    assert pairs["--appendonly"] == "yes"
    assert pairs["--appendfsync"] == "always"
    assert pairs["--maxmemory-policy"] == "noeviction"
    assert "valkey:/data" in SERVICES["valkey"]["volumes"]


def test_proxy_of_the_compose_file_gets_its_name_and_both_webs_from_it() -> None:
    told: dict[str, str] = SERVICES["proxy"]["environment"]
    assert told["UPSTREAMS"].split() == [f"{name}:8000" for name in OURS if name.startswith("web-")]
    assert set(told) == set(re.findall(r"\{\$([A-Z_]+):", CADDYFILE))
    assert told["PUBLIC_URL"].startswith("${PUBLIC_URL:?"), "a compose file without a name starts nothing"


def test_volumes_and_networks_that_are_used_are_declared_and_no_others() -> None:
    read = compose()
    used = {
        volume.partition(":")[0] for service in SERVICES.values() for volume in service["volumes"] if volume[0] != "."
    }
    assert used == set(read["volumes"])
    assert {name for service in SERVICES.values() for name in service["networks"]} == set(read["networks"])


def test_docker_compose_takes_the_file(tmp_path: Path) -> None:
    docker = shutil.which("docker")
    if not docker or subprocess.run([docker, "compose", "version"], capture_output=True, check=False).returncode:
        return  # no client with the compose plugin: the tests above have read the file
    (tmp_path / "compose.yaml").write_text((ROOT / "compose.yaml").read_text())
    (tmp_path / ".env").write_text((ROOT / ".env.example").read_text())
    subprocess.run([docker, "compose", "config", "--quiet"], cwd=tmp_path, check=True)


# systemd


def sections(unit: Path) -> dict[str, dict[str, str]]:
    parser = configparser.RawConfigParser(strict=False)
    parser.optionxform = str  # type: ignore[assignment,method-assign]  # names keep their case
    parser.read(unit)
    return {name: dict(parser[name]) for name in parser.sections()}


def test_systemd_takes_the_units(tmp_path: Path) -> None:
    analyze = shutil.which("systemd-analyze")
    if not analyze:
        return  # a machine without systemd: the tests below read the units
    for unit in UNITS:
        text = unit.read_text(encoding="utf-8").replace("/opt/warmline/current/.venv/bin/python", "/usr/bin/env")
        (tmp_path / unit.name).write_text(text.replace("/opt/warmline/current", str(ROOT)))
    names = [unit.name.replace("@.", "@a.") for unit in UNITS]
    told = subprocess.run(
        [analyze, "verify", "--man=no", *names], cwd=tmp_path, check=False, capture_output=True, text=True
    )
    assert (told.returncode, told.stderr) == (0, "")


@pytest.mark.parametrize("unit", [unit for unit in UNITS if unit.suffix == ".service"], ids=lambda unit: unit.name)
def test_services_of_systemd_are_hardened(unit: Path) -> None:
    service = sections(unit)["Service"]
    for name in ("NoNewPrivileges", "PrivateTmp", "PrivateDevices", "ProtectHome", "ProtectKernelModules"):
        assert service[name] == "yes", name
    assert service["ProtectSystem"] == "strict"
    assert service["CapabilityBoundingSet"] == ""
    assert service["User"] == "warmline"
    assert service["EnvironmentFile"] == "/etc/warmline/warmline.env"
    assert "Environment" not in service or not any(secret in service["Environment"] for secret in SECRETS)


def test_each_process_of_the_procfile_has_a_service() -> None:
    started = " ".join(sections(unit).get("Service", {}).get("ExecStart", "") for unit in UNITS)
    for process in PROCESSES:
        assert f"-m bot.server {process}" in started


def test_target_starts_every_unit_that_is_not_started_by_another() -> None:
    target = sections(ROOT / "deploy" / "systemd" / "warmline.target")["Unit"]["Wants"].split()
    listed = {re.sub(r"@\w\.", "@.", name) for name in target}
    assert listed == {unit.name for unit in UNITS} - {"warmline.target", "warmline-backup.service"}
    assert {"warmline-web@a.service", "warmline-web@b.service"} <= set(target)


def test_socket_of_systemd_is_what_the_proxies_ask() -> None:
    address = sections(ROOT / "deploy" / "systemd" / "warmline-web.socket")["Socket"]["ListenStream"]
    assert f"{{$UPSTREAMS:{address}}}" in CADDYFILE
    assert f"server {address};" in (ROOT / "deploy" / "nginx.conf").read_text(encoding="utf-8")


# Heroku


def test_heroku_runs_each_process_of_the_procfile() -> None:
    read: dict[str, Any] = yaml.safe_load((ROOT / "heroku.yml").read_text(encoding="utf-8"))
    assert read["run"] == {process: f"python -m bot.server {process}" for process in PROCESSES}
    assert read["build"]["docker"] == dict.fromkeys(PROCESSES, "Dockerfile")


# Commands and settings


def test_handbooks_name_only_commands_that_exist() -> None:
    app = Flask("app")
    register(app, None)
    named = re.compile(r"(?:--app app|deploy/command\.sh) ([a-z]+)(?: ([a-z]+))?")
    found = set()
    for path in (ROOT / "README.md", *(ROOT / "docs").glob("*.md"), *(ROOT / "deploy").glob("*.sh")):
        found |= set(named.findall(path.read_text(encoding="utf-8")))
    assert ("store", "restore") in found
    for name, second in found:
        command = app.cli.commands.get(name)
        assert command, name
        if isinstance(command, click.Group):
            assert second in command.commands, f"{name} {second}"


def test_command_takes_its_settings_from_the_file_of_systemd(tmp_path: Path) -> None:
    settings = tmp_path / "warmline.env"
    script = str(ROOT / "deploy" / "command.sh")
    environ = {"PATH": os.defpath, "WARMLINE_ENV": str(settings)}
    refused = subprocess.run([script, "doctor"], env=environ, check=False, capture_output=True, text=True)
    assert refused.returncode == 2
    assert "expected the settings" in refused.stderr
    settings.write_text("PUBLIC_URL=https://help.example.org\nPROGRAM_NAME='Oak Line'\n")
    named = subprocess.run([script, "doctor"], env=environ, check=False, capture_output=True, text=True)
    assert "SEAL_KEYS: is not set" in named.stderr
    assert "PUBLIC_URL" not in named.stderr


def test_example_file_means_the_same_to_a_shell_and_to_compose() -> None:
    """Compose and systemd know neither `export` nor expansion. A value with a dollar sign would differ."""
    text = (ROOT / ".env.example").read_text(encoding="utf-8")
    assert "$" not in "".join(env_file(text).values())
    script = "set -a; . ./.env.example; env -0"
    told = subprocess.run(
        ["/bin/sh", "-c", script], cwd=ROOT, env={}, check=True, capture_output=True, text=True
    ).stdout
    sourced = dict(pair.partition("=")[::2] for pair in told.split("\0") if pair)
    assert {name: sourced[name] for name in env_file(text)} == env_file(text)
