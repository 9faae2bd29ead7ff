"""What click says in English, said in Chinese."""

import click


def wrong_use(error: click.ClickException) -> str:
    """Explain wrong use of a command, with where to read on."""
    if isinstance(error, click.exceptions.NoArgsIsHelpError):
        return error.format_message()  # the help page itself
    context = getattr(error, "ctx", None)
    command = context.command_path if context else "docgen"
    return f"{_reason(error)}用 {command} --help 查看用法。"


def _reason(error: click.ClickException) -> str:
    if isinstance(error, click.NoSuchOption):
        near = f"是不是 {'、'.join(error.possibilities)}？" if error.possibilities else ""
        return f"没有 {error.option_name} 这个选项。{near}"
    if isinstance(error, click.MissingParameter):
        return f"缺少{_name(error)}。"
    if isinstance(error, click.BadOptionUsage):
        return f"选项 {error.option_name} 用得不对：后面要跟一个值，或多跟了值。"
    if isinstance(error, click.BadParameter):
        return f"{_name(error)} 的值不对：{_expected(error)}"
    message = error.format_message()
    if message.startswith("No such command"):
        return f"没有 {message.split(chr(39))[1]} 这个命令。"
    if message.startswith("Missing command"):
        return "没有写命令。"
    if message.startswith("Got unexpected extra argument"):
        return "参数写多了。"
    return f"{message} "


def _name(error: click.BadParameter) -> str:
    parameter = error.param
    if isinstance(parameter, click.Option):
        return f"选项 {parameter.opts[-1]}"
    return f"参数 {parameter.metavar}" if isinstance(parameter, click.Argument) else "参数"


def _expected(error: click.BadParameter) -> str:
    kind = error.param.type if error.param else None
    if isinstance(kind, click.IntRange):
        return f"要写{kind.min}到{kind.max}的整数。"
    return "要写整数。" if isinstance(kind, click.types.IntParamType) else f"{error.message}。"
