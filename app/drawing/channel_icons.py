"""The icons of the channels through which a customer is met."""

from app.drawing.named_icons import icon_among
from app.language.phrases import Phrase, phrase_context

CHANNELS: dict[Phrase, str] = {
    phrase_context("channel", "phone"): "phone",
    phrase_context("channel", "web"): "globe",
    phrase_context("channel", "app"): "smartphone",
    phrase_context("channel", "e-mail"): "mail",
    phrase_context("channel", "post"): "mailbox",
    phrase_context("channel", "face to face"): "handshake",
    phrase_context("channel", "shop"): "store",
    phrase_context("channel", "social media"): "share-2",
    phrase_context("channel", "chat"): "messages-square",
    phrase_context("channel", "text message"): "message-circle",
    phrase_context("channel", "video call"): "video",
    phrase_context("channel", "call centre"): "headset",
    phrase_context("channel", "assistant"): "bot",
    phrase_context("channel", "search"): "search",
    phrase_context("channel", "advertisement"): "megaphone",
    phrase_context("channel", "newspaper"): "newspaper",
    phrase_context("channel", "television"): "tv",
    phrase_context("channel", "radio"): "radio",
    phrase_context("channel", "event"): "ticket",
    phrase_context("channel", "QR code"): "qr-code",
    phrase_context("channel", "terminal"): "monitor",
    phrase_context("channel", "tablet"): "tablet",
    phrase_context("channel", "card"): "credit-card",
    phrase_context("channel", "cash"): "banknote",
    phrase_context("channel", "bill"): "receipt",
    phrase_context("channel", "parcel"): "package",
    phrase_context("channel", "delivery"): "truck",
    phrase_context("channel", "on foot"): "footprints",
    phrase_context("channel", "bicycle"): "bike",
    phrase_context("channel", "car"): "car",
    phrase_context("channel", "bus"): "bus",
    phrase_context("channel", "train"): "train-front",
    phrase_context("channel", "plane"): "plane",
    phrase_context("channel", "at home"): "house",
}
"""The name of each channel that has an icon of its own, and the icon's; any other words are a channel too."""

OTHER = "circle-dot"


def icon_of(channel: str) -> str:
    """The icon of a channel, whatever its name."""
    return icon_among(CHANNELS, channel) or OTHER
