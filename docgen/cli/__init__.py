"""The command line: each command a file, found by its name, imported when it is called.

Everything a user can cause ends in a Chinese sentence and an exit code (0 done, 1 findings,
2 wrong use); only a true bug shows its traceback.
"""

import os
import sys
from collections.abc import Sequence

import click

from docgen import discovery
from docgen.cli._help import Group
from docgen.errors import DocgenError, system_reason

JSON_FLAG = "--json"
INTERRUPTED = 130
READER_GONE = 141
"""What a shell gives for a program that was writing to `head` when it left."""


class Commands(Group):
    """The commands of this folder, loaded one by one as they are needed."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Name every command without importing any."""
        return list(discovery.names(__name__))

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import one command."""
        if cmd_name not in discovery.names(__name__):
            return None
        command = discovery.load(__name__, cmd_name, "command")
        return command if isinstance(command, click.Command) else None


@click.command(
    cls=Commands,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    help="填写安全生产公文：先证明不缺一字，再成文。",
    epilog="先 docgen kinds 看有哪些文种，再 docgen new 文种 -o 数据.json 得到可填的文件。",
)
@click.version_option(package_name="docgen", message="docgen %(version)s", help="显示版本。")
def cli() -> None:
    """Group all commands."""


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line and exit with the code of the contract."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            # A pipe in GBK has no 𠮷 and no ✓: better a question mark than a crash.
            stream.reconfigure(errors="replace")
    sys.exit(run(list(sys.argv[1:] if arguments is None else arguments)))


def run(words: list[str]) -> int:
    """Run one command and give its exit code."""
    as_json = JSON_FLAG in words
    try:
        result = cli.main(args=words, prog_name="docgen", standalone_mode=False)
        if sys.stdout is not None:  # a program started without one has none
            sys.stdout.flush()
    except (click.Abort, KeyboardInterrupt):
        return fail("已停止。", INTERRUPTED, as_json=as_json)
    except click.ClickException as error:
        from docgen.cli._words import wrong_use

        return fail(wrong_use(error), 2, as_json=as_json)
    except DocgenError as error:
        return show_error(error, as_json=as_json)
    except BrokenPipeError:
        return hang_up()
    except OSError as error:
        if error.filename is None:  # standard output itself: a full disk behind a redirection
            hang_up()
        return fail(refused_by_system(error), 2, as_json=as_json)
    return result if isinstance(result, int) else 0


def hang_up() -> int:
    """Write nothing more to standard output; what is still in its buffer goes nowhere."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    return READER_GONE


def refused_by_system(error: OSError) -> str:
    """Say what the system would not do: a full disk, a folder without permission."""
    what = f"“{error.filename}”" if error.filename else "输出"
    return f"{what}写不了或读不了：{system_reason(error)}。检查磁盘空间和权限，再运行一次。"


def show_error(error: DocgenError, *, as_json: bool) -> int:
    """Show an error, with its findings when it has any."""
    from docgen.errors import FindingsError

    findings = error.findings if isinstance(error, FindingsError) else []
    return fail(str(error), error.exit_code, as_json=as_json, findings=findings)


def fail(message: str, code: int, *, as_json: bool, findings: Sequence[object] = ()) -> int:
    """Say why a command ended, on standard error or as JSON, and give its exit code."""
    from docgen.findings import Finding
    from docgen.report import findings_text, to_json

    known = [finding for finding in findings if isinstance(finding, Finding)]
    if as_json:
        shown = [finding.to_json() for finding in known]
        click.echo(to_json({"ok": False, "findings": shown, "error": message}))
        return code
    if known and not message.startswith(known[0].message):
        click.echo(findings_text(known), err=True)
    click.echo(message, err=True)
    return code
