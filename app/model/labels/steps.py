"""Labels of what is done in one way only, and of what the history does to itself."""

from app.language.phrases import phrase, phrase_plural
from app.model.labels.words import Words

STEPS = {
    "bring_in_table": Words(phrase("Bring in a table"), (), phrase("Brought in a table.")),
    "bring_in_register": Words(
        phrase("Update the action register"), (), phrase("Updated the action register.")
    ),
    "fit": Words(phrase("Fit to content")),
    "split_note": Words(phrase("Split note")),
    "join_notes": Words(phrase("Join notes")),
    "split_stage": Words(phrase("Split stage")),
    "join_stages": Words(phrase("Join stages")),
    "relate": Words(phrase("Relate notes")),
    "relate_felt_later": Words(phrase("Relate to where it is felt")),
    "unrelate": Words(phrase("Remove relations")),
    "vote": Words(phrase("Add vote")),
    "unvote": Words(phrase("Remove vote")),
    "choose_picture": Words(phrase("Choose picture")),
    "remove_picture": Words(phrase("Remove picture")),
    "plan_future": Words(phrase("Plan future state")),
    "learn_word": Words(phrase("Learn {text} in this project"), ("text",)),
    "forget_word": Words(phrase("Forget {text} in this project"), ("text",)),
    "arrange": Words(phrase("Arrange for {paper}"), ("paper",)),
    "move_quote": Words(phrase("Move quote")),
    "show_curve": Words(phrase("Show the curve of {persona}"), ("persona",)),
    "hide_curve": Words(phrase("Hide the curve of {persona}"), ("persona",)),
    "front_curve": Words(phrase("Bring the curve of {persona} to the front"), ("persona",)),
    "show_curve_of_all": Words(phrase("Show the curve of everyone")),
    "hide_curve_of_all": Words(phrase("Hide the curve of everyone")),
    "front_curve_of_all": Words(phrase("Bring the curve of everyone to the front")),
    "replace": Words(phrase("Replace {text}"), ("text",)),
    "replace_all": Words(
        phrase_plural("Replace {text} in {count} place", "Replace {text} in {count} places", 0),
        ("text", "count"),
    ),
    "thinned": Words(phrase_plural("{count} step, combined", "{count} steps, combined", 0), ("count",)),
    "lost": Words(phrase_plural("{count} step, lost", "{count} steps, lost", 0), ("count",)),
    "opened": Words(phrase("As it was opened")),
    "before_file": Words(phrase("Before importing {text}"), ("text",)),
    "before_template": Words(phrase("Before the template {text}"), ("text",)),
    "go_to_beginning": Words(phrase("Go back to the beginning")),
    "go_to_moment": Words(phrase("Go back to {moment}"), ("at",)),
    "go_to_version": Words(phrase("Go back to {version}"), ("version",)),
    "go_to_backup": Words(phrase("Go back to the backup of {moment}"), ("at",)),
    "before_go_to_beginning": Words(phrase("Before going back to the beginning")),
    "before_go_to_moment": Words(phrase("Before going back to {moment}"), ("at",)),
    "before_go_to_version": Words(phrase("Before going back to {version}"), ("version",)),
    "before_go_to_backup": Words(phrase("Before going back to the backup of {moment}"), ("at",)),
    "before_step": Words(phrase("Before {text}"), ("text",)),
}
