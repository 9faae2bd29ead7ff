"""The command line: each command a file, found by its name, imported when it is called.

Everything a user can cause ends in a Chinese sentence and an exit code (0 done, 1 findings,
2 wrong use); only a true bug shows its traceback.
"""

import sys
from collections.abc import Sequence

import click

from docgen import discovery
from docgen.cli._ending import fail, hang_up, refused_by_system, show_error
from docgen.cli._help import Group
from docgen.errors import DocgenError

JSON_FLAG = "--json"
INTERRUPTED = 130


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
    except (BrokenPipeError, SystemExit):  # click leaves by SystemExit when its reader is gone
        return hang_up()
    except OSError as error:
        if error.filename is None:  # standard output itself: a full disk behind a redirection
            hang_up()
        return fail(refused_by_system(error), 2, as_json=as_json)
    return result if isinstance(result, int) else 0
