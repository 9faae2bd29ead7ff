"""Grades of work-safety accidents by deaths, serious injuries and direct loss."""

from pydantic import Field

from docgen.lexicon._files import Entry, entries


class Grade(Entry):
    """A grade of accident; its key is the word. Each floor belongs to the grade (以上包括本数)."""

    rank: int = Field(description="从轻到重的次序，1 最轻", ge=1)
    deaths: int = Field(description="死亡人数的下限", ge=0)
    injuries: int = Field(description="重伤（含急性工业中毒）人数的下限", ge=0)
    loss: float = Field(description="直接经济损失的下限，万元", ge=0)


def grades() -> list[Grade]:
    """Give every grade, the lightest first."""
    return sorted(entries("grades", Grade).values(), key=lambda grade: grade.rank)


def grade(deaths: int = 0, injuries: int = 0, loss: float = 0) -> Grade:
    """Tell the grade of one accident: the gravest that any of its numbers reaches.

    `injuries` are serious ones, acute industrial poisonings among them; `loss` is in 万元.
    """
    lightest, *graver = grades()
    reached = [g for g in graver if deaths >= g.deaths or injuries >= g.injuries or loss >= g.loss]
    return reached[-1] if reached else lightest
