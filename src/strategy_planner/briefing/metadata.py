"""What a document says of itself in XMP: title, author, moment, and which standards it keeps."""

import datetime as dt
from dataclasses import dataclass
from xml.sax.saxutils import escape

PROGRAM = "Strategy Planner"

_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_PACKET = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="{rdf}">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{subject}</rdf:li></rdf:Alt></dc:description>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<xmp:CreatorTool>{program}</xmp:CreatorTool>
<xmp:CreateDate>{moment}</xmp:CreateDate><xmp:ModifyDate>{moment}</xmp:ModifyDate>
<pdf:Producer>{program}</pdf:Producer><pdf:Keywords>{keywords}</pdf:Keywords>
<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>
<pdfuaid:part>1</pdfuaid:part></rdf:Description>
{extension}</rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>"""
# PDF/A knows the mark of PDF/UA only where its schema is described.
_EXTENSION = """<rdf:Description rdf:about=""
 xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
 xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#"><pdfaExtension:schemas><rdf:Bag>
<rdf:li rdf:parseType="Resource"><pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix><pdfaSchema:property><rdf:Seq>
<rdf:li rdf:parseType="Resource"><pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>PDF/UA part</pdfaProperty:description></rdf:li></rdf:Seq>
</pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>
"""


@dataclass(frozen=True, slots=True)
class Metadata:
    """What is said of a document; ``language`` is the tag of its language."""

    title: str
    language: str
    created: dt.datetime
    author: str = ""
    subject: str = ""
    keywords: tuple[str, ...] = ()

    @property
    def moment(self) -> dt.datetime:
        """When it was made, with the offset of its place."""
        return self.created if self.created.tzinfo is not None else self.created.astimezone()

    def xmp(self) -> bytes:
        """The packet that stands in the file."""
        texts = {
            "title": self.title,
            "author": self.author,
            "subject": self.subject,
            "language": self.language,
            "program": PROGRAM,
            "keywords": ", ".join(self.keywords),
            "moment": self.moment.isoformat(timespec="seconds"),
        }
        said = {name: escape(text) for name, text in texts.items()}
        return _PACKET.format(rdf=_RDF, extension=_EXTENSION, **said).encode()
