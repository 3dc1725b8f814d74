"""Reads the fields of a question: lines such as `**Difficulty:** easy`."""

import re
from dataclasses import dataclass

from drill.importer.signals.labels import LabelKind, read_label
from drill.importer.source.leaves import Leaf, LeafKind
from drill.importer.source.lines import ends_asking

_FIELD = re.compile(
    r"\s{0,8}(?:>\s?)?(?:[-*+]\s+)?(?:[*_]{1,3}|<b>|`)?(?P<name>[^\W\d_][^\n:：*_`"
    r"|<>\[\]().!?]{0,24}?)"
    r"\s?(?:[*_]{1,3}|</b>|`)?\s?[:：]\s?(?:[*_]{1,3}|</b>"
    r"|`)?\s{0,4}(?P<value>[^\n]{1,120}?)[*_`\s\\]{0,8}$"
)
_DIFFICULTY = re.compile(
    r"(?:difficulty|level|difficulty level|dificultad|nivel|dificuldade|nível|сложность|уровень"
    r"|складність|schwierigkeit(?:sgrad)?|difficulté|niveau|difficoltà|livello|难度|難度|難易度"
    r"|난이도|zorluk|seviye|moeilijkheid|poziom|trudność|svårighetsgrad|độ khó|الصعوبة|कठिनाई)$",
    re.IGNORECASE,
)
_TOPIC = re.compile(
    r"(?:topics?|category|categories|tags?|subject|area|theme|subtopics?|tema|temas"
    r"|tópico|disciplina"
    r"|matéria|assunto|categoría|categoria|тема|категория|раздел|теги|thema|kategorie|thème|sujet"
    r"|分类|标签|主题|知识点|カテゴリ|分野|주제|konu|onderwerp|temat|kategoria|ämne|chủ đề"
    r"|skill|skills)$",
    re.IGNORECASE,
)
_OTHER = re.compile(
    r"(?:type|tipo|тип|typ|类型|题型|題型|유형|kind|format|points?|score|marks?|id|source|fonte|fuente|источник|quelle|来源|出处"
    r"|company|companies|asked (?:in|at|by)|role|frequency|year|time|status|weight|domain|objective"
    r"|language|author|date|experience|seniority|position|section|chapter|module|unit)$",
    re.IGNORECASE,
)
_EASY = {
    "easy", "beginner", "basic", "junior", "simple", "low", "fácil", "facil", "básico", "basico",
    "лёгкий", "легкий", "легко", "лёгкая", "простой", "низкая", "низкий", "leicht", "einfach",
    "facile", "débutant", "base", "简单", "容易", "初级", "基础", "易", "初級", "쉬움", "하",
    "kolay",
    "makkelijk", "łatwy", "łatwe", "lätt", "dễ", "سهل", "आसान", "1", "🟢", "fundamental", "mudah",
}  # fmt: skip
_MEDIUM = {
    "medium", "intermediate", "moderate", "mid", "middle", "normal", "medio", "media", "médio",
    "média", "intermedio", "intermediário", "средний", "средняя", "средне", "середній", "mittel",
    "moyen", "moyenne", "intermédiaire", "中等", "中级", "中", "中級", "보통", "중", "orta",
    "gemiddeld",
    "średni", "średnie", "medel", "trung bình", "متوسط", "मध्यम", "2", "🟡", "sedang", "mediu",
}  # fmt: skip
_HARD = {
    "hard", "difficult", "advanced", "senior", "expert", "high", "difícil", "dificil", "avanzado",
    "avançado", "сложный", "сложная", "сложно", "высокая", "высокий", "складний", "schwer",
    "schwierig", "difficile", "avancé", "avanzato", "困难", "高级", "难", "難", "上級",
    "어려움", "상",
    "zor", "moeilijk", "trudny", "trudne", "svår", "khó", "صعب", "कठिन", "3", "🔴", "sulit",
    "complex",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Field:
    """The difficulty or topics on a line; neither for a field that drill ignores."""

    difficulty: str = ""
    topics: tuple[str, ...] = ()

    @property
    def tells(self) -> bool:
        """Whether there is a difficulty or a topic."""
        return bool(self.difficulty or self.topics)


def read_field(line: str) -> Field | None:
    """The field on `line`; None without a known field."""
    has_mark = ":" in line or "：" in line
    match = _FIELD.match(line) if has_mark and len(line) < 200 else None
    if match is None:
        return None
    name, value = match["name"].strip(), match["value"].strip(" *_`")
    if _DIFFICULTY.match(name):
        level = read_difficulty(value)
        return Field(level) if level else None
    if _TOPIC.match(name):
        return Field(topics=tuple(part.strip(" #`*") for part in re.split(r"[,;、，|]", value)))
    return Field() if _OTHER.match(name) else None


def read_difficulty(value: str) -> str:
    """`easy`, `medium` or `hard` for a `value` in one of many languages; empty if unknown."""
    first = value.lower().strip(" *_`.!()[]⭐★")
    for word in (first, *re.split(r"[\s/,(]+", first)[:2]):
        for level, names in (("easy", _EASY), ("medium", _MEDIUM), ("hard", _HARD)):
            if word in names:
                return level
    return ""


def are_fields(leaf: Leaf) -> bool:
    """Whether all lines of a paragraph are fields, most of them known, and the others in bold."""
    if leaf.kind is not LeafKind.PARAGRAPH or read_field(leaf.lines[0]) is None:
        return False
    others = [line for line in leaf.lines if read_field(line) is None]
    return len(others) * 2 < len(leaf.lines) and all(
        line.lstrip().startswith("**")
        and _FIELD.match(line)
        and not ends_asking(line)
        and read_label(line).kind is LabelKind.NONE
        for line in others
    )
