"""Help pages in Chinese, with columns that line up where a character is two wide."""

import unicodedata
from collections.abc import Iterable

import click

WORDS = {
    "Usage": "用法",
    "Options": "选项",
    "Commands": "命令",
    "[OPTIONS]": "[选项]",
    "COMMAND [ARGS]...": "命令 [参数]...",
    "Show this message and exit.": "显示这一页。",
    "[required]": "[必填]",
}


def in_chinese(text: str) -> str:
    """Put click's own words into Chinese."""
    for english, chinese in WORDS.items():
        text = text.replace(english, chinese)
    return text


def width(text: str) -> int:
    """Give the columns a text takes on a terminal."""
    return sum(2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in text)


class Formatter(click.HelpFormatter):
    """Writes click's pages in Chinese."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """Write the line that shows how a command is called."""
        self.write(f"{prefix or '用法：'}{prog} {in_chinese(args)}\n")

    def write_heading(self, heading: str) -> None:
        """Write the heading of a section."""
        self.write(f"{in_chinese(heading)}：\n")

    def write_dl(
        self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2
    ) -> None:
        """Write options or commands, each with what it does."""
        rows = list(rows)
        column = min(max(width(term) for term, _ in rows), col_max) + col_spacing
        for term, meaning in rows:
            gap = " " * max(column - width(term), col_spacing)
            self.write(f"{' ' * self.current_indent}{term}{gap}{in_chinese(meaning)}\n")


class Context(click.Context):
    """A command's context, whose pages are Chinese."""

    formatter_class = Formatter


class Command(click.Command):
    """A command whose help is Chinese."""

    context_class = Context


class Group(click.Group):
    """A group of commands whose help is Chinese."""

    context_class = Context
    command_class = Command
