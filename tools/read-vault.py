#!/usr/bin/env python3
"""Reads a vault of Keyway by docs/vault-format.md alone, without any line of Keyway: a second reader for whoever wants to be sure.

    read-vault.py items.json --by passphrase     (or recovery, or passkey)

items.json holds the vault's items by name, as chrome.storage.local has them. The proof is asked for, or read from standard input.
Prints the keys as JSON, secrets included: mind where that goes. It needs `cryptography` (Debian: python3-cryptography); a passphrase
needs Argon2id too, which that package has from version 44 on, or else the package argon2-cffi.
"""
import argparse
import base64
import getpass
import hashlib
import hmac
import json
import sys
import unicodedata

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

b64 = base64.b64decode


class Unreadable(Exception):
    """Something is not as the format says."""


def text(value):
    """JSON as JavaScript writes it: no blanks, nothing escaped that need not be."""
    return json.dumps(value, separators=(",", ":"), ensure_ascii=False).encode()


def derive(key, use, salt):
    return HKDF(SHA256(), 32, salt.encode(), f"keyway 1 {use}".encode()).derive(key)


def unseal(key, place, sealed):
    data = b64(sealed)
    plain = AESGCM(key).decrypt(data[:12], data[12:], text(["keyway", *place]))
    if len(plain) % 256:
        raise Unreadable("A sealed text is not padded.")
    return json.loads(plain)


def short(data):
    return hashlib.sha256(data).hexdigest()[:16]


def argon2id(secret, salt, memory, iterations, lanes):
    if memory < 19 * 1024 or iterations < 2 or memory > 256 * 1024 or iterations > 16 or lanes > 16:
        raise Unreadable("The cost of the passphrase is out of bounds.")
    try:
        from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
        return Argon2id(salt=salt, length=32, iterations=iterations, lanes=lanes, memory_cost=memory).derive(secret)
    except ImportError:
        pass
    try:
        from argon2.low_level import Type, hash_secret_raw
    except ImportError:
        raise Unreadable("Argon2id is not here: install argon2-cffi, or use the recovery code.") from None
    return hash_secret_raw(secret, salt, iterations, memory, lanes, 32, Type.ID)


def recovery_secret(code):
    letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
    bits = "".join(f"{letters.index(letter):05b}" for letter in code.upper().replace("-", ""))
    secret = int(bits[:128], 2).to_bytes(16, "big")
    if f"{int.from_bytes(hashlib.sha256(secret).digest()[:2], 'big'):016b}"[:12] != bits[128:]:
        raise Unreadable("The recovery code is mistyped.")
    return secret


def slot_fields(slot):
    fields = [slot["id"], slot["createdAt"], slot["kind"]]
    if slot["kind"] == "passkey":
        return fields + [slot["credentialId"], slot["prfSalt"]]
    if slot["kind"] == "passphrase":
        return fields + [slot["salt"], *costs(slot)]
    return fields


def costs(slot):
    return [slot["cost"][name] for name in ("memoryKiB", "iterations", "parallelism")]


def vault_key(head, kind, proof):
    for slot in head["slots"]:
        place = ["slot", head["id"], head["epoch"], *slot_fields(slot)]
        if short(text([*place, slot["wrapped"]])) != slot["checksum"]:
            raise Unreadable("A slot has rotted.")
        if slot["kind"] != kind:
            continue
        if kind == "passphrase":
            secret = argon2id(unicodedata.normalize("NFC", proof).encode(), b64(slot["salt"]), *costs(slot))
        else:
            secret = recovery_secret(proof) if kind == "recovery" else b64(proof)
        return b64(unseal(derive(secret, f"slot {kind}", f"{head['id']} {slot['id']}"), place, slot["wrapped"]))
    raise Unreadable("There is no such way to unlock.")


def check_head(head, key):
    """Is it whole, and was it signed by this vault's key?"""
    slots = [[*slot_fields(slot), slot["wrapped"], slot["checksum"]] for slot in head["slots"]]
    signed = [head["version"], head["id"], head["epoch"], head["revision"], head["inboxKey"], slots]
    if head["version"] > 1:
        signed += [sorted([name, value] for name, value in head["settings"].items()), head["follows"]]
    data = text(signed)
    if short(data if head["version"] == 1 else data + head["mac"].encode()) != head["checksum"]:
        raise Unreadable("The head has rotted.")
    if not hmac.compare_digest(hmac.new(derive(key, "head", head["id"]), data, "sha256").digest(), b64(head["mac"])):
        raise Unreadable("The head was not signed by this vault.")


def labeled_extract(suite, salt, label, data):
    return hmac.new(salt or bytes(32), b"HPKE-v1" + suite + label + data, "sha256").digest()


def labeled_expand(suite, key, label, data, length):
    info = bytes([0, length]) + b"HPKE-v1" + suite + label + data + b"\x01"
    return hmac.new(key, info, "sha256").digest()[:length]


def hpke_open(seed, enc, sealed, info, aad):
    """RFC 9180, base mode, DHKEM(X25519, HKDF-SHA256), HKDF-SHA256, AES-256-GCM."""
    kem, suite = b"KEM\x00\x20", b"HPKE\x00\x20\x00\x01\x00\x02"
    raw = labeled_expand(kem, labeled_extract(kem, b"", b"dkp_prk", seed), b"sk", b"", 32)
    private = X25519PrivateKey.from_private_bytes(raw)
    context = enc + private.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)
    shared = private.exchange(X25519PublicKey.from_public_bytes(enc))
    secret = labeled_expand(kem, labeled_extract(kem, b"", b"eae_prk", shared), b"shared_secret", context, 32)
    hashes = [labeled_extract(suite, b"", b"psk_id_hash", b""), labeled_extract(suite, b"", b"info_hash", info)]
    schedule = b"\x00" + b"".join(hashes)
    root = labeled_extract(suite, secret, b"secret", b"")
    key, nonce = (labeled_expand(suite, root, label, schedule, n) for label, n in ((b"key", 32), (b"base_nonce", 12)))
    return AESGCM(key).decrypt(nonce, sealed, aad)


def read(items, kind, proof):
    head = items["vault.head"]
    if head["version"] > 2:
        raise Unreadable("This vault is newer than this reader.")
    key = vault_key(head, kind, proof)
    check_head(head, key)
    vault, epoch, prefix = head["id"], head["epoch"], f"vault.{head['epoch']}"
    records, manifest = derive(key, "records", vault), derive(key, "manifest", vault)
    sealed_roots = [items[name] for name in (f"{prefix}.root.0", f"{prefix}.root.1") if name in items]
    roots = [unseal(manifest, ["root", vault, epoch], sealed) for sealed in sealed_roots]
    root = max(roots, key=lambda one: one["generation"])
    if root.get("headRevision", 0) > head["revision"]:
        raise Unreadable("An older head was put back.")

    def part(record, name, stamp):
        sealed = items[f"{prefix}.part.{record}.{name}.{stamp}"]
        return unseal(records, ["part", vault, epoch, record, name, stamp, 1], sealed)

    keys = []
    for number, stamp in root["buckets"]:
        rows = unseal(manifest, ["bucket", vault, epoch, number, stamp], items[f"{prefix}.bucket.{number}.{stamp}"])
        for record, about, secret, history, aside in rows:
            key_of = {**part(record, "about", about), "secret": part(record, "secret", secret)["secret"]}
            past = part(record, "history", history) if history else []
            keys.append({"record": key_of, "history": past, "aside": aside != 0})

    def waiting(kind):
        for name in sorted(name for name in items if name.startswith(f"{prefix}.{kind}.")):
            item = items[name]
            aad = text(["keyway", kind, vault, epoch, name.split(".")[-1], item["at"]])
            seed = derive(key, "inbox", vault)
            yield json.loads(hpke_open(seed, b64(item["enc"]), b64(item["sealed"]), b"keyway 1 inbox", aad))

    return {"keys": keys, "inbox": list(waiting("inbox")), "notes": list(waiting("note"))}


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("items")
    arguments.add_argument("--by", choices=["passphrase", "recovery", "passkey"], default="passphrase")
    given = arguments.parse_args()
    asked = {"passphrase": "passphrase", "recovery": "recovery code", "passkey": "passkey's PRF, in base64"}[given.by]
    # Never as an argument: those stand in the shell's history and in the list of processes.
    proof = getpass.getpass(f"The {asked}: ") if sys.stdin.isatty() else sys.stdin.readline().rstrip("\n")
    try:
        keys = read(json.load(open(given.items, encoding="utf-8")), given.by, proof)
    except Unreadable as reason:
        sys.exit(str(reason))
    except InvalidTag:
        sys.exit(f"That is not the {asked}, or the vault was changed.")
    except (KeyError, OSError, TypeError, ValueError):
        sys.exit(f"{given.items} holds no vault as docs/vault-format.md has it, or the {asked} is mistyped.")
    json.dump(keys, sys.stdout, ensure_ascii=False, indent=1)


if __name__ == "__main__":
    main()
