"""Jinja's code generator, bent so that a template asks instead of printing.

The compiled template yields text as `str` and every expression as a tuple that begins with the
number of its site. In a tracing program the expression comes as a function to call, followed by
the positions of the loops around it, and conditions and loops ask in the same way.
"""

from collections.abc import Sequence

from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame, operators


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
        self._through("listed", [node.expr], frame)

    def visit_Concat(self, node: nodes.Concat, frame: Frame) -> None:  # noqa: N802
        """Write a joining of texts that is counted."""
        self.write("context.joined((")
        for piece in node.nodes:
            self.visit(piece, frame)
            self.write(", ")
        self.write("))")

    def visit_Getitem(self, node: nodes.Getitem, frame: Frame) -> None:  # noqa: N802
        """Write a look-up; a piece cut out of a list or text is counted."""
        cut = node.arg
        if not isinstance(cut, nodes.Slice):
            super().visit_Getitem(node, frame)
            return
        ends = [end or nodes.Const(None) for end in (cut.start, cut.stop, cut.step)]
        self._through("sliced", [node.node, *ends], frame)

    def visit_Compare(self, node: nodes.Compare, frame: Frame) -> None:  # noqa: N802
        """Write a comparison; between two values that may both be long it is counted."""
        sides = [node.expr, *(operand.expr for operand in node.ops)]
        is_search = any(operand.op in ("in", "notin") for operand in node.ops)
        is_short = not is_search and any(isinstance(side, nodes.Const) for side in sides)
        self.write("(")
        self._side(node.expr, frame, is_short)
        for operand in node.ops:
            self.write(f" {operators[operand.op]} ")
            self._side(operand.expr, frame, is_short)
        self.write(")")

    def _side(self, side: nodes.Expr, frame: Frame, is_short: bool) -> None:
        if is_short or isinstance(side, nodes.Const):
            self.visit(side, frame)
        else:
            self._through("weighed", [side], frame)

    def _through(self, method: str, parts: Sequence[nodes.Node], frame: Frame) -> None:
        """Write a call of the run's own method."""
        self.write(f"context.{method}(")
        for part in parts:
            self.visit(part, frame)
            self.write(", ")
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
