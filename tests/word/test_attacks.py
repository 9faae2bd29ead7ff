"""Templates made to hurt: each gets its finding, in little time and memory, and does nothing."""

import json
import os
import select
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from attacks import ATTACKS

from docgen.findings import Fault
from docgen.word.gates import refusals

HERE = Path(__file__).parent
SECONDS = 5
WAITING = 120
CANARY = "金丝雀在此"


class Runner:
    """A child process that opens one attack after another; begun anew when one ends it."""

    def __init__(self, canary: Path, port: int) -> None:
        self._aims = {"ATTACK_CANARY": str(canary), "ATTACK_SERVER": f"127.0.0.1:{port}"}
        self._child: subprocess.Popen[str] | None = None

    def run(self, name: str) -> dict[str, Any]:
        child = self._started()
        assert child.stdin
        assert child.stdout
        child.stdin.write(f"{name}\n")
        child.stdin.flush()
        ready, _, _ = select.select([child.stdout], [], [], WAITING)
        line = child.stdout.readline() if ready else ""
        if not line:
            self.stop()
            pytest.fail(f"the process was ended by {name!r}")
        answer: dict[str, Any] = json.loads(line)
        return answer

    def _started(self) -> subprocess.Popen[str]:
        if self._child is None:
            self._child = subprocess.Popen(
                [sys.executable, str(HERE / "attack_runner.py")],
                cwd=HERE.parents[1],
                env={**os.environ, **self._aims, "PYTHONPATH": os.pathsep.join(sys.path)},
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                encoding="utf-8",
            )
        return self._child

    def stop(self) -> None:
        if self._child is not None:
            self._child.kill()
            self._child.communicate()
            self._child = None


@pytest.fixture(scope="module")
def canary(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Lay out a file whose text must never be seen."""
    file = tmp_path_factory.mktemp("canary") / "canary.txt"
    file.write_text(CANARY)
    return file


@pytest.fixture(scope="module")
def server() -> Iterator[socket.socket]:
    """Wait for somebody to call."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        listening.setblocking(False)
        yield listening


@pytest.fixture(scope="module")
def runner(canary: Path, server: socket.socket) -> Iterator[Runner]:
    begun = Runner(canary, server.getsockname()[1])
    yield begun
    begun.stop()


@pytest.mark.parametrize("name", ATTACKS)
def test_an_attack_gets_its_finding_and_does_nothing(
    name: str, runner: Runner, server: socket.socket
) -> None:
    attack = ATTACKS[name]

    answer = runner.run(name)

    assert set(answer["codes"]) == attack.codes, answer["told"]
    assert answer["seen"] == []
    assert CANARY not in f"{answer['text']}{answer['told']}"
    assert answer["seconds"] < SECONDS
    if attack.text is not None:
        assert answer["text"] == attack.text
    with pytest.raises(BlockingIOError):
        server.accept()


def test_there_are_attacks_of_every_kind() -> None:
    gates = {fault.code for fault in vars(refusals).values() if isinstance(fault, Fault)}

    assert len(ATTACKS) >= 150
    assert gates <= {code for attack in ATTACKS.values() for code in attack.codes}
