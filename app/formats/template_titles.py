"""What the templates that come with Journeywall are called, in the language that is spoken."""

from app.language.phrases import Phrase, phrase_context
from app.language.words import capitalised

_TITLES: dict[str, Phrase] = {
    "blank": phrase_context("template", "Blank"),
    "b2b-sale": phrase_context("template", "B2B sale"),
    "back-story-board": phrase_context("template", "Back-story board"),
    "buyers-journey": phrase_context("template", "Buyer’s journey"),
    "current-state": phrase_context("template", "Current state"),
    "customer-churn": phrase_context("template", "Customer churn"),
    "customer-support": phrase_context("template", "Customer support"),
    "day-in-the-life": phrase_context("template", "Day in the life"),
    "future-state": phrase_context("template", "Future state"),
    "lead-nurturing": phrase_context("template", "Lead nurturing"),
    "mobile-app": phrase_context("template", "Mobile app"),
    "pizzeria": phrase_context("template", "Pizzeria"),
    "service-blueprint": phrase_context("template", "Service blueprint"),
    "six-step-worksheet": phrase_context("template", "Six-step worksheet"),
}


def template_title(name: str) -> str:
    """The title of a template by its name; of one that somebody saved, the name itself."""
    return str(_TITLES.get(name) or capitalised(name.replace("-", " ")))
