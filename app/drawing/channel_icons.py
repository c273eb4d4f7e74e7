"""The icons of the channels through which a customer is met."""

CHANNELS: dict[str, str] = {
    "phone": "phone",
    "web": "globe",
    "app": "smartphone",
    "e-mail": "mail",
    "post": "mailbox",
    "face to face": "handshake",
    "shop": "store",
    "social media": "share-2",
    "chat": "messages-square",
    "text message": "message-circle",
    "video call": "video",
    "call centre": "headset",
    "assistant": "bot",
    "search": "search",
    "advertisement": "megaphone",
    "newspaper": "newspaper",
    "television": "tv",
    "radio": "radio",
    "event": "ticket",
    "QR code": "qr-code",
    "terminal": "monitor",
    "tablet": "tablet",
    "card": "credit-card",
    "cash": "banknote",
    "bill": "receipt",
    "parcel": "package",
    "delivery": "truck",
    "on foot": "footprints",
    "bicycle": "bike",
    "car": "car",
    "bus": "bus",
    "train": "train-front",
    "plane": "plane",
    "at home": "house",
}
"""The name of each channel that has an icon of its own, and the icon's; any other words are a channel too."""

OTHER = "circle-dot"
_BY_NAME = {name.casefold(): icon for name, icon in CHANNELS.items()}


def icon_of(channel: str) -> str:
    """The icon of a channel, whatever its name."""
    return _BY_NAME.get(channel.casefold(), OTHER)
