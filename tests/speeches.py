"""Small, complete speeches for tests to change."""

import copy
from typing import Any

Data = dict[str, Any]

SPEECH: Data = {
    "活动": "第三届输油管道安全管理培训班",
    "日期": "2026年4月9日",
    "讲话人": {"单位": "滑县应急管理局", "职务": "局长"},
}
TOWNS = ["王庄镇", "小铺乡", "产业集聚区", "城关街道"]
FACILITY: Data = {"名称": "中洛输油管道", "长度": 47, "途经乡镇": TOWNS, "消除隐患": 71}


def speech(**changes: object) -> Data:
    """Give a complete speech, with fields changed or added."""
    return {**copy.deepcopy(SPEECH), **changes}


def facility(**changes: object) -> Data:
    """Give what a speech tells of a pipeline, with fields changed or added."""
    return {**copy.deepcopy(FACILITY), **changes}
