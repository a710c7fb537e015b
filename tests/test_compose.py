"""The files for a team say what they should; that they run was never tried where these tests are made: no engine."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from loaders.place import READ_ONLY

ROOT = Path(__file__).resolve().parents[1]
COMPOSE: dict[str, Any] = yaml.safe_load((ROOT / "compose.yaml").read_text(encoding="utf-8"))
SERVICES: dict[str, dict[str, Any]] = COMPOSE["services"]
DOCKERFILE = (ROOT / "Dockerfile").read_text(encoding="utf-8")
CADDYFILE = (ROOT / "deploy" / "Caddyfile").read_text(encoding="utf-8")


def test_program_neo4j_and_proxy() -> None:
    assert set(SERVICES) == {"program", "neo4j", "proxy"}


@pytest.mark.parametrize("name", SERVICES)
def test_every_service_is_watched_and_may_do_little(name: str) -> None:
    service = SERVICES[name]
    assert service["healthcheck"]["test"][0] in ("CMD", "CMD-SHELL")
    assert service["cap_drop"] == ["ALL"]
    assert service["security_opt"] == ["no-new-privileges:true"]
    assert service["restart"] == "unless-stopped"
    assert "privileged" not in service


def test_who_is_root_and_who_may_write() -> None:
    assert {name: service.get("user", "root").partition(":")[0] for name, service in SERVICES.items()} == {
        "program": "10001",
        "neo4j": "7474",
        "proxy": "root",
    }
    assert {name for name, service in SERVICES.items() if service.get("read_only")} == {"program", "proxy"}
    assert SERVICES["proxy"]["cap_add"] == ["NET_BIND_SERVICE"]


def test_only_the_proxy_can_be_reached_and_the_graph_reaches_nobody() -> None:
    assert {name for name, service in SERVICES.items() if "ports" in service} == {"proxy"}
    assert SERVICES["neo4j"]["networks"] == ["back"]
    assert COMPOSE["networks"]["back"] == {"internal": True}
    assert SERVICES["proxy"]["networks"] == ["front"]


def test_the_program_finds_the_graph_by_its_name_and_asks_nobody_else_for_the_way() -> None:
    words = SERVICES["program"]["command"]
    assert words[words.index("--store") + 1] == "bolt://neo4j:7687"


def test_no_secret_stands_in_the_file_and_none_has_a_default() -> None:
    said = [(name, str(value)) for service in SERVICES.values() for name, value in service["environment"].items()]
    secrets = [value for name, value in said if "PASSWORD" in name or "AUTH" in name]
    assert len(secrets) == 3
    assert all(re.fullmatch(r"(neo4j/)?\$\{\w+:\?.+\}", value) for value in secrets)


def test_volumes_keep_the_graph_and_the_certificates() -> None:
    assert "graph:/data" in SERVICES["neo4j"]["volumes"]
    assert set(COMPOSE["volumes"]) == {"room", "graph", "certificates", "proxy"}


def test_what_the_phones_of_a_room_sent_outlives_the_container() -> None:
    """The image is read-only, and /tmp is gone with it."""
    program = SERVICES["program"]
    assert f"room:{program['environment']['XDG_DATA_HOME']}" in program["volumes"]
    assert "install -d -o 10001 -g 10001 /data" in DOCKERFILE  # a new volume takes over who may write there


def test_the_program_waits_for_the_graph_and_the_proxy_for_the_program() -> None:
    assert SERVICES["program"]["depends_on"] == {"neo4j": {"condition": "service_healthy"}}
    assert SERVICES["proxy"]["depends_on"] == {"program": {"condition": "service_healthy"}}


def test_what_is_mounted_and_copied_is_there() -> None:
    mounted = [volume.partition(":")[0] for service in SERVICES.values() for volume in service.get("volumes", [])]
    copied = [word for line in re.findall(r"^COPY (.+) \S+$", DOCKERFILE, re.MULTILINE) for word in line.split()]
    assert len(copied) > 5
    here = [name for name in mounted if name.startswith("./")]
    assert [name for name in (*here, *copied) if not (ROOT / name).exists()] == []


def test_every_room_of_the_program_is_in_the_image() -> None:
    rooms = {room.parent.name for room in ROOT.glob("*/__init__.py")} - {"bench", "server"}  # for makers only
    assert rooms <= set(re.findall(r"^COPY (\w+) \1$", DOCKERFILE, re.MULTILINE))


def test_that_the_record_can_be_changed_is_said_where_it_can_be_forbidden() -> None:
    for file in ("compose.yaml", "docs/neo4j.md", "SECURITY.md"):
        assert READ_ONLY in (ROOT / file).read_text(encoding="utf-8"), file
    assert not any(READ_ONLY in service["environment"] for service in SERVICES.values())


def test_the_image_takes_locked_versions_and_is_not_run_by_root() -> None:
    assert "--require-hashes -r requirements.txt" in DOCKERFILE
    assert re.findall(r"^USER (.+)$", DOCKERFILE, re.MULTILINE) == [SERVICES["program"]["user"]]


def test_the_proxy_asks_for_a_login_and_hides_the_inside() -> None:
    for line in ("basic_auth {", "respond /_stcore/metrics 404", "reverse_proxy program:8501", "X-Frame-Options DENY"):
        assert line in CADDYFILE
    asked = set(re.findall(r"\{\$(\w+)\}", CADDYFILE))
    assert asked == set(SERVICES["proxy"]["environment"])
