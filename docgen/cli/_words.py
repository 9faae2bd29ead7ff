"""What click says in English, said in Chinese."""

import click


def wrong_use(error: click.ClickException) -> str:
    """Explain wrong use of a command, with where to read on."""
    context = getattr(error, "ctx", None)
    command = context.command_path if context else "docgen"
    return f"{_reason(error)}用 {command} --help 查看用法。"


def _reason(error: click.ClickException) -> str:
    if isinstance(error, click.NoSuchOption):
        near = f"是不是 {'、'.join(error.possibilities)}？" if error.possibilities else ""
        return f"没有 {error.option_name} 这个选项。{near}"
    if isinstance(error, click.MissingParameter):
        name = error.param.make_metavar(error.ctx) if error.param and error.ctx else ""
        return f"缺少参数 {name}。"
    if isinstance(error, click.BadOptionUsage):
        return f"选项 {error.option_name} 用得不对：后面要跟一个值，或多跟了值。"
    if isinstance(error, click.BadParameter):
        name = error.param.human_readable_name if error.param else ""
        return f"参数 {name} 的值不对：{error.message}"
    message = error.format_message()
    if message.startswith("No such command"):
        return f"没有 {message.split(chr(39))[1]} 这个命令。"
    if message.startswith("Missing command"):
        return "没有写命令。"
    if message.startswith("Got unexpected extra argument"):
        return "参数写多了。"
    return f"{message} "
