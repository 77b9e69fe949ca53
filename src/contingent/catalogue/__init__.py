"""The catalogue: names that are known before any document is read.

    catalogue = load()
    catalogue.find_operation("KFOR").name     # "Kosovo Force"
    catalogue.find_actor("Danmark").code      # "DNK"
    find_place("Camp Adazi")                  # (Place(name="Camp Ādaži", ...),)

The data are CSV files beside this module; a row is a fact that a reader of the file can check.
"""

from contingent.catalogue.entries import (
    ANY_LANGUAGE,
    Actor,
    ActorName,
    AssetName,
    AssetType,
    Operation,
    OperationName,
    Place,
    RankName,
)
from contingent.catalogue.loading import Catalogue, load
from contingent.catalogue.places import find_place, place_names

__all__ = [
    "ANY_LANGUAGE",
    "Actor",
    "ActorName",
    "AssetName",
    "AssetType",
    "Catalogue",
    "Operation",
    "OperationName",
    "Place",
    "RankName",
    "find_place",
    "load",
    "place_names",
]
