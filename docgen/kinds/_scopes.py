"""The fields of safety that boilerplate knows."""

from docgen.fields import Choice


class Scope(Choice):
    """The field of safety a paper is about."""

    COMPREHENSIVE = "comprehensive", "综合"
    FIRE = "fire", "消防"
    ROAD = "road", "道路交通"
    FOREST_FIRE = "forest_fire", "森林防火"
    PIPELINE = "pipeline", "油气管道"
    GAS = "gas", "燃气"
    SELF_BUILT_HOUSE = "self_built_house", "自建房"
