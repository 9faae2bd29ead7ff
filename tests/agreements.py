"""Small, complete agreements for tests to change."""

import copy
from typing import Any

Data = dict[str, Any]

VILLAGE: Data = {
    "年度": 2026,
    "甲方": {"单位": ["白道口镇人民政府"], "代表": {"职务": "镇长"}},
    "乙方": {"单位": ["西街村民委员会"], "代表": {"职务": "村委会主任"}},
    "控制指标": [
        {"指标": "死亡人数", "数值": 0},
        {"指标": "较大及以上事故", "关系": "不发生"},
    ],
}


def village_agreement(**changes: object) -> Data:
    """Give a complete agreement of a township and a village, with fields changed or added."""
    return {**copy.deepcopy(VILLAGE), **changes}
