"""Addresses of films and recordings. Those of services are the forms that their own pages give out."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinxext_eir.text.media import Media, media_of

YOUTUBE = "https://www.youtube-nocookie.com/embed/aqz-KE-bpKQ?autoplay=1"
VIMEO = "https://player.vimeo.com/video/76979871?autoplay=1&dnt=1"
PEERTUBE = "https://framatube.org/videos/embed/"
UUID = "9c9de5e8-0a1e-484a-b099-e80766180a6d"


@pytest.mark.parametrize(
    ("address", "player"),
    [
        ("https://www.youtube.com/watch?v=aqz-KE-bpKQ", YOUTUBE),
        ("https://www.youtube.com/watch?v=aqz-KE-bpKQ&list=PL1&t=1m30s", f"{YOUTUBE}&start=90"),
        ("https://m.youtube.com/watch?app=desktop&v=aqz-KE-bpKQ", YOUTUBE),
        ("https://youtu.be/aqz-KE-bpKQ?si=x&t=90", f"{YOUTUBE}&start=90"),
        ("https://www.youtube.com/embed/aqz-KE-bpKQ?start=5", f"{YOUTUBE}&start=5"),
        ("https://www.youtube-nocookie.com/embed/aqz-KE-bpKQ", YOUTUBE),
        ("https://youtube.com/shorts/aqz-KE-bpKQ", YOUTUBE),
        ("https://www.youtube.com/live/aqz-KE-bpKQ?feature=share", YOUTUBE),
        ("https://vimeo.com/76979871", VIMEO),
        ("https://vimeo.com/76979871/8272103f6e", f"{VIMEO}&h=8272103f6e"),
        ("https://player.vimeo.com/video/76979871?h=8272103f6e", f"{VIMEO}&h=8272103f6e"),
        ("https://vimeo.com/channels/staffpicks/76979871#t=1m2s", f"{VIMEO}#t=62s"),
        (f"https://framatube.org/videos/watch/{UUID}", f"{PEERTUBE}{UUID}?autoplay=1&p2p=0"),
        (
            "https://framatube.org/w/kkGMgK9ZtnKfYAgnEtQxbv",
            f"{PEERTUBE}kkGMgK9ZtnKfYAgnEtQxbv?autoplay=1&p2p=0",
        ),
        (
            "https://framatube.org/w/kkGMgK9ZtnKfYAgnEtQxbv?start=1m5s",
            f"{PEERTUBE}kkGMgK9ZtnKfYAgnEtQxbv?autoplay=1&p2p=0&start=65s",
        ),
    ],
)
def test_services_are_known_by_their_addresses(address: str, player: str) -> None:
    media = media_of(address)
    assert media
    assert (media.kind, media.player) == ("video", player)
    again = media_of(media.address)
    assert again
    assert (
        again.player == player
    )  # the page that readers of other formats are led to is that of the same film


@pytest.mark.parametrize(
    ("address", "media"),
    [
        ("films/Tides.MP4", Media("video", "films/Tides.MP4")),
        ("/talk.mp3", Media("audio", "/talk.mp3")),
        ("film", Media("", "film")),
        ("https://example.org/a%20talk.ogg?x=1", Media("audio", "https://example.org/a%20talk.ogg?x=1", "example.org")),
        ("https://example.org/page", Media("", "https://example.org/page", "example.org")),
        ("https://www.youtube.com/@channel", Media("", "https://www.youtube.com/@channel", "youtube.com")),
        ("https://vimeo.com/about", Media("", "https://vimeo.com/about", "vimeo.com")),
        ("https://youtube.com.example.org/watch?v=aqz-KE-bpKQ",
         Media("", "https://youtube.com.example.org/watch?v=aqz-KE-bpKQ", "youtube.com.example.org")),
    ],
)  # fmt: skip
def test_files_and_pages(address: str, media: Media) -> None:
    assert media_of(address) == media


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "data:video/mp4;base64,AA",
        "//example.org/a.mp4",
        "https://",
        "http://[",
        "https://a:b/c.mp4",
    ],
)
def test_what_no_browser_should_follow(address: str) -> None:
    assert media_of(address) is None


@given(
    st.from_regex(
        r"https?://(www\.youtube\.com|youtu\.be|vimeo\.com|tube\.example)/[ -~]{0,60}", fullmatch=True
    )
)
def test_a_player_s_address_is_of_its_service_whatever_is_typed(address: str) -> None:
    media = media_of(address)
    if media and media.player:
        assert media.player.startswith(
            (
                "https://www.youtube-nocookie.com/embed/",
                "https://player.vimeo.com/video/",
                "https://tube.example/videos/embed/",
            )
        )
        assert not set(media.player) & set("\"'<> ")
