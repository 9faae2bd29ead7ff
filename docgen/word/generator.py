"""Jinja's code generator, bent so that a template asks instead of printing.

The compiled template yields text as `str` and every expression as a tuple that begins with the
number of its site. In a tracing program the expression comes as a function to call, followed by
the positions of the loops around it, and conditions and loops ask in the same way.
"""

from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame


class Generator(CodeGenerator):
    """Generates programs out of asking nodes (see `asked` and `checked_list`)."""

    def visit_Output(self, node: nodes.Output, frame: Frame) -> None:  # noqa: N802
        """Yield text as it is and expressions unprinted."""
        for child in node.nodes:
            if isinstance(child, nodes.TemplateData):
                self.writeline(f"yield {child.data!r}", child)
            else:
                self.newline(child)
                self.visit(child, frame)

    def visit_MarkSafe(self, node: nodes.MarkSafe, frame: Frame) -> None:  # noqa: N802
        """Write a question to whoever runs the program."""
        index, expression, tracing, *positions = _items(node)
        self.write("(yield (")
        self.visit(index, frame)
        self.write(", ")
        if isinstance(tracing, nodes.Const) and tracing.value:
            self.write("lambda: ")
        self.visit(expression, frame)
        for position in positions:
            self.write(", ")
            self.visit(position, frame)
        self.write("))")

    def visit_MarkSafeIfAutoescape(  # noqa: N802
        self, node: nodes.MarkSafeIfAutoescape, frame: Frame
    ) -> None:
        """Write a list that is checked to be one."""
        self.write("environment.listed(")
        self.visit(node.expr, frame)
        self.write(")")


def asked(
    index: int, expression: nodes.Node, *, tracing: bool, positions: list[nodes.Expr]
) -> nodes.Expr:
    """Make the node that asks for the value of site `index`.

    Jinja allows no node types of its own users'; one it never makes itself is borrowed.
    """
    parts = [nodes.Const(index), expression, nodes.Const(tracing), *positions]
    return nodes.MarkSafe(nodes.Tuple(parts, "load"), lineno=expression.lineno)


def checked_list(expression: nodes.Node) -> nodes.Expr:
    """Make the node that refuses to loop over anything but a list."""
    return nodes.MarkSafeIfAutoescape(expression, lineno=expression.lineno)


def _items(node: nodes.MarkSafe) -> list[nodes.Expr]:
    assert isinstance(node.expr, nodes.Tuple)
    return node.expr.items
