"""What steps were called in English before schema 3, and the codes that say the same in any language.

The sentences are those of the programs that wrote them, and so never change with today's. What is not just
one of them stays as the text that it is. Each text is looked at once, whatever its length.
"""

from app.model.upgrades.upgrade import Fields

_LONGEST = 300
"""Characters of the longest sentence that was ever made; names in it were shortened."""
_MOST_DIGITS = 7
_KINDS = {
    "legend entry": "legend entries",
    "picture": "pictures",
    "persona": "personas",
    "map": "maps",
    "stage": "stages",
    "section": "sections",
    "note": "notes",
    "emotion point": "emotion points",
    "entry": "entries",
    "relation": "relations",
    "thing": "things",
}
_OF_MANY = {many: kind for kind, many in _KINDS.items()}
_COLOURS = frozenset(("yellow", "blue", "violet", "pink", "green", "orange", "teal", "grey"))
_VERBS = {
    "Add": "add",
    "Move": "move",
    "Copy": "copy",
    "Cut": "cut",
    "Paste": "paste",
    "Duplicate": "duplicate",
    "Delete": "delete",
    "Fold": "fold",
    "Unfold": "unfold",
}
_RENAMED = ("project", "persona", "map", "stage", "section", "legend entry")
_SENTENCES = {
    "Fit to content": "fit",
    "Split note": "split_note",
    "Join notes": "join_notes",
    "Split stage": "split_stage",
    "Join stages": "join_stages",
    "Relate notes": "relate",
    "Part notes": "unrelate",
    "Vote": "vote",
    "Take back vote": "unvote",
    "Choose picture": "choose_picture",
    "Take away picture": "remove_picture",
    "Plan future state": "plan_future",
    "Move quote": "move_quote",
    "Edit note": "edit_note",
    "Colour note": "colour_note",
    "Set moment of truth": "set_moment_of_truth",
    "Set description": "set_description",
    "Set the note’s persona": "set_note_persona",
    "Set evidence": "set_evidence",
    "Set source": "set_source",
    "Set method": "set_method",
    "Set date of evidence": "set_evidence_date",
    "Set impact": "set_impact",
    "Set votes": "set_votes",
    "Set owner": "set_owner",
    "Set effort": "set_effort",
    "Set team": "set_team",
    "Set status": "set_status",
    "Set due date": "set_due",
    "Set tags": "set_tags",
    "Set link": "set_link",
    "Set emotion": "set_emotion",
    "Move emotion point": "move_point",
    "Set emotion in words": "set_emotion_word",
    "Edit quote": "edit_quote",
    "Set whose emotion it is": "set_emotion_persona",
    "Set how lines are drawn": "set_curve",
    "Compare graphs": "set_ghost",
    "Set peaks": "set_peaks",
    "Set troughs": "set_troughs",
    "Set rapid drops": "set_drops",
    "Set sawtooth": "set_sawtooth",
    "Set words for emotions": "set_emotion_words",
    "Edit entry": "edit_entry",
    "Edit text": "edit_text",
    "Edit metric": "edit_metric",
    "Rename metric": "rename_metric",
    "Set value": "set_value",
    "Set unit": "set_unit",
    "Set target": "set_target",
    "Set trend": "set_trend",
    "Set metrics as": "set_metric_look",
    "Set process": "set_process",
    "Set channels": "set_channels",
    "Edit process": "edit_process",
    "Edit title": "edit_title",
    "Set address": "set_address",
    "Set kind": "set_document_kind",
    "Set dividing line": "set_line",
    "Edit caption": "edit_caption",
    "Set who is involved": "set_involved",
    "Edit involvement": "edit_involvement",
    "Set hint": "set_hint",
    "Set section kind": "set_section_kind",
    "Set section colour": "set_section_colour",
    "Set the section’s persona": "set_section_persona",
    "Set stage duration": "set_stage_duration",
    "Set stage goal": "set_stage_goal",
    "Set question": "set_question",
    "Edit steps": "edit_steps",
    "Set group": "set_group",
    "Set map type": "set_map_type",
    "Set map status": "set_map_status",
    "Choose the map's personas": "set_map_personas",
    "Choose the map’s personas": "set_map_personas",
    "Set show their cards": "set_shows_personas",
    "Set map goal": "set_map_goal",
    "Set map scenario": "set_map_scenario",
    "Set expectations": "set_expectations",
    "Set scope": "set_scope",
    "Set period": "set_period",
    "Set objectives": "set_objectives",
    "Set map owner": "set_map_owner",
    "Set map version": "set_map_version",
    "Set review date": "set_review",
    "Set widths of stages": "set_widths",
    "Set what a colour counts as": "set_role",
    "Set segment": "set_segment",
    "Colour persona": "colour_persona",
    "Set persona curve": "set_persona_curve",
    "Set persona age": "set_persona_age",
    "Set persona job title": "set_persona_job",
    "Set persona gender": "set_persona_gender",
    "Set persona sector": "set_persona_sector",
    "Set persona location": "set_persona_location",
    "Set persona education": "set_persona_education",
    "Set persona income": "set_persona_income",
    "Set persona e-mail": "set_persona_email",
    "Set persona website": "set_persona_website",
    "Edit persona quote": "edit_persona_quote",
    "Edit persona background": "edit_persona_background",
    "Edit persona goals": "edit_persona_goals",
    "Edit persona motivations": "edit_persona_motivations",
    "Edit persona needs": "edit_persona_needs",
    "Edit persona frustrations": "edit_persona_frustrations",
    "Edit persona channels": "edit_persona_channels",
    "Edit persona traits": "edit_persona_traits",
    "Edit persona facts": "edit_persona_facts",
    "Show the curve of Everyone": "show_curve_of_all",
    "Hide the curve of Everyone": "hide_curve_of_all",
    "Bring the curve of Everyone to the front": "front_curve_of_all",
}
_OF_VERSIONS = {"As it was opened": "opened"}
"""Names that the program itself gave to versions; all others are a person's."""


def coded_label(fields: Fields) -> Fields:
    """A step whose label is a code with values, where its sentence is known; else as it was."""
    label = fields.get("label")
    if not isinstance(label, str) or len(label) > _LONGEST:
        return fields
    found = _version(label) if fields.get("act") == "version" else _step(label)
    if found is None:
        return fields
    code, values = found
    return {**fields, "label": {"code": code, "values": values}}


_Found = tuple[str, Fields] | None


def _version(label: str) -> _Found:
    code = _OF_VERSIONS.get(label)
    return (code, {}) if code is not None else None


def _step(label: str) -> _Found:
    if (code := _SENTENCES.get(label)) is not None:
        return code, {}
    verb, _, rest = label.partition(" ")
    if verb == "Rename" and rest in _RENAMED:
        return "rename", {"kind": rest}
    if verb == "Resize" and rest in ("stage", "section"):
        return "resize", {"kind": rest}
    if verb in _VERBS and (what := _what(rest)) is not None:
        return _VERBS[verb], what
    return _of_records(verb, rest) or _of_a_curve(label) or _of_words(label) or _of_steps(label)


def _of_records(verb: str, rest: str) -> _Found:
    what, _, last = rest.rpartition(" ")
    if verb == "Colour" and last in _COLOURS and (found := _what(what)) is not None:
        return "colour", {**found, "colour": last}
    for start, end, code in (
        ("Leave", " off posters", "hide_on_posters"),
        ("Put", " on posters", "show_on_posters"),
    ):
        if verb == start and rest.endswith(end) and (found := _what(rest.removesuffix(end))) is not None:
            return code, found
    what, into, title = rest.partition(" into ")
    if verb == "Duplicate" and into and (found := _what(what)) is not None:
        name = "" if title == "a map without a title" else _unquoted(title)
        return None if name is None else ("duplicate_into", {**found, "map": name})
    return None


def _of_a_curve(label: str) -> _Found:
    for start, end, code in (
        ("Show the curve of ", "", "show_curve"),
        ("Hide the curve of ", "", "hide_curve"),
        ("Bring the curve of ", " to the front", "front_curve"),
    ):
        name = label[len(start) : len(label) - len(end)]
        if label.startswith(start) and label.endswith(end) and name:
            return code, {"persona": "" if name == "a persona without a name" else name}
    return None


def _of_words(label: str) -> _Found:
    """A text that was replaced by another: in one place, or in several."""
    if not label.startswith("Replace “"):
        return None
    rest = label.removeprefix("Replace ")
    if (text := _unquoted(rest)) is not None:
        return "replace", {"text": text}
    words, _, places = rest.removesuffix(" places").rpartition(" in ")
    text, count = _unquoted(words), _number(places)
    if text is None or count is None or not rest.endswith(" places"):
        return None
    return "replace_all", {"text": text, "count": count}


def _of_steps(label: str) -> _Found:
    number, _, rest = label.partition(" ")
    count = _number(number)
    noun = "step" if count == 1 else "steps"
    code = {f"{noun}, thinned out": "thinned", f"{noun}, lost": "lost"}.get(rest)
    return None if code is None or count is None else (code, {"count": count})


def _what(words: str) -> Fields | None:
    """ "note", "3 notes", "4 things"."""
    if words in _KINDS:
        return {"kind": words, "count": 1}
    number, _, many = words.partition(" ")
    count, kind = _number(number), _OF_MANY.get(many)
    return None if count is None or kind is None else {"kind": kind, "count": count}


def _number(digits: str) -> int | None:
    """A number as it was written, without anything before or between its digits."""
    plain = digits.isascii() and digits.isdecimal() and len(digits) <= _MOST_DIGITS
    return int(digits) if plain and str(int(digits)) == digits else None


def _unquoted(text: str) -> str | None:
    is_quoted = text.startswith("“") and text.endswith("”") and len(text) > 2
    return text[1:-1] if is_quoted else None
