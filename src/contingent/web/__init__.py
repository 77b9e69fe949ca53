"""The register in a browser: every page is made at the server and read without any script.

    serve --register contingent.db        ->  http://127.0.0.1:8400/

``question`` is what an address asks, ``desk`` asks it of the facts, ``pages`` and ``papers`` (documents) answer with a
template, ``data`` with JSON or CSV, and ``application`` joins them. The law of this package: words of documents are
text, never markup, and a page says nothing that ``ask`` does not.
"""
