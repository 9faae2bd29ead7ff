"""Run what a Markdown page shows, and write down what came of it.

In a `console` block every `$ …` line is run, and what follows it is its output. A `yaml`, `csv` or
`toml` block after a line that ends in `（文件名）：` is that file. Each page has a folder of its
own with the examples in it, and its blocks are run in order.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[1]
BLOCK = re.compile(r"^```(?P<language>\w+)\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)
FILE_NAME = re.compile(r"`(?P<name>[^`\s]+)`[^`\n]*：\n+\Z")
SECONDS = re.compile(r"用时[\d.]+秒")


def rerun(page: str) -> str:
    """Give a Markdown page with the output of its commands as it is now."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        shutil.copytree(ROOT / "examples", folder / "examples")
        return BLOCK.sub(lambda block: run_block(block, folder), page)


def run_block(block: re.Match[str], folder: Path) -> str:
    """Give one block as it is now, having run it or written it to its file."""
    language, text = block["language"], block["text"]
    if language == "console":
        return f"```console\n{run_commands(text, folder)}```"
    named = FILE_NAME.search(block.string[: block.start()])
    if language in ("yaml", "csv", "toml") and named:
        path = folder / named["name"]
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return block[0]


def run_commands(text: str, folder: Path) -> str:
    """Give commands with their output; a line that ends in a backslash goes on."""
    commands = re.findall(r"^\$ ((?:.*\\\n)*.*)$", text, re.MULTILINE)
    return "".join(f"$ {command}\n{output_of(command, folder)}" for command in commands)


def output_of(command: str, folder: Path) -> str:
    """Run one command in the folder and give all it printed; how long it took is left out."""
    environment = {
        **os.environ,
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
        "DOCGEN_HOME": "home",
        "LC_ALL": "C.UTF-8",
        "COLUMNS": "100",
    }
    done = subprocess.run(
        ["bash", "-c", command],
        cwd=folder,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )
    if "Traceback" in done.stdout:
        raise RuntimeError(done.stdout)
    return SECONDS.sub("用时…秒", done.stdout.replace("\ufeff", ""))
