"""The signature block of an agreement: each side's organs, representative and date."""

import datetime
from typing import TYPE_CHECKING

from pydantic import Field

from docgen.kinds import ORIGIN, ORIGINS
from docgen.kinds._official import Printed
from docgen.vocabulary import Blank, Part, Party, Text, YesNo

if TYPE_CHECKING:
    from docgen.kinds.responsibility_agreement import ResponsibilityAgreement


class Side(Part):
    """One side's part of the signature block."""

    label: Text = Field(title="称呼")
    organs: list[Text] = Field(title="单位")
    sign_label: Text = Field(title="签字称呼")
    post: Text | Blank | None = Field(default=None, title="职务")
    name: Text | Blank = Field(title="姓名")
    date: datetime.date | Blank = Field(title="日期")


class SignBlock(Part):
    """The signature block as printed."""

    layout: Text = Field(title="版式")
    seal: YesNo = Field(title="盖章")
    sides: list[Side] = Field(title="各方")


def sign_block(record: "ResponsibilityAgreement") -> Printed:
    """The signature block: each side's organs, representative and date."""
    parties = [("party_a", record.party_a), ("party_b", record.party_b)]
    if record.party_c is not None:
        parties.append(("party_c", record.party_c))
    form = record.signature
    labels = zip(form.party_labels, form.sign_labels, strict=False)
    sides = [
        side(name, party, words, form.date, seal=form.seal)
        for (name, party), words in zip(parties, labels, strict=False)
    ]
    return {
        "layout": form.layout.value,
        "seal": form.seal,
        "sides": sides,
        ORIGIN: ("signature",),
    }


def side(
    name: str, party: Party, labels: tuple[str, str], date: datetime.date | Blank, *, seal: bool
) -> Printed:
    """One side's part of the signature block."""
    label, sign_label = labels
    return {
        "label": seal_label(label, seal=seal),
        "organs": [organ.name for organ in party.organs],
        "sign_label": sign_label,
        "post": party.representative.post,
        "name": party.representative.name,
        "date": date,
        ORIGIN: (name, "representative"),
        ORIGINS: {"organs": (name, "organs"), "date": ("signature", "date")},
    }


def seal_label(label: str, *, seal: bool) -> str:
    """Say at a party's label whether it seals: 甲方（盖章）."""
    bare = label.removesuffix("（盖章）").removesuffix("（章）")
    return f"{bare}（盖章）" if seal else bare
