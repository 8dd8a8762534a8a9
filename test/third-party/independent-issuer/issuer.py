"""An issuing office that shares no line of code with the product.

Written against the format's description only, in Python's standard library; signatures and keys
come from the openssl program. Usage: issuer.py FOLDER NOW. Makes FOLDER/bundle, the
same trust as a repository of TUF 1.0 in FOLDER/repository with its root in FOLDER/root.json, and
FOLDER/cases.json, a list of {name, text, outcome, code}.
"""

import base64
import datetime
import hashlib
import json
import os
import subprocess
import sys
import zlib

FOLDER, NOW = sys.argv[1], int(sys.argv[2])
DAY = 86400
LIST = "status/310114-7"


# --- CBOR, the few forms that are needed -------------------------------------------------------
def head(major, value):
    for limit, info, size in ((24, None, 0), (1 << 8, 24, 1), (1 << 16, 25, 2), (1 << 32, 26, 4), (1 << 64, 27, 8)):
        if value < limit:
            if info is None:
                return bytes([major << 5 | value])
            return bytes([major << 5 | info]) + value.to_bytes(size, "big")
    raise ValueError(value)


class Tagged:
    def __init__(self, number, value):
        self.number, self.value = number, value


def cbor(value):
    if isinstance(value, bool):
        return b"\xf5" if value else b"\xf4"
    if value is None:
        return b"\xf6"
    if isinstance(value, int):
        return head(0, value) if value >= 0 else head(1, -1 - value)
    if isinstance(value, float):
        import struct
        return b"\xfb" + struct.pack(">d", value)
    if isinstance(value, bytes):
        return head(2, len(value)) + value
    if isinstance(value, str):
        encoded = value.encode()
        return head(3, len(encoded)) + encoded
    if isinstance(value, list):
        return head(4, len(value)) + b"".join(map(cbor, value))
    if isinstance(value, dict):
        return head(5, len(value)) + b"".join(cbor(k) + cbor(v) for k, v in value.items())
    if isinstance(value, Tagged):
        return head(6, value.number) + cbor(value.value)
    raise TypeError(type(value))


# --- Base45 ------------------------------------------------------------------------------------
ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"


def base45(data):
    out = []
    for start in range(0, len(data), 2):
        chunk = data[start:start + 2]
        number = int.from_bytes(chunk, "big")
        for _ in range(len(chunk) + 1):
            number, digit = divmod(number, 45)
            out.append(ALPHABET[digit])
    return "".join(out)


# --- keys and signatures, by the openssl program --------------------------------------------------
def openssl(*arguments, data=None):
    return subprocess.run(["openssl", *arguments], input=data, capture_output=True, check=True).stdout


class Key:
    def __init__(self, name, suite, uses, state="active", before=-900 * DAY, after=900 * DAY):
        self.file = os.path.join(FOLDER, name + ".pem")
        kind = {"Ed25519": ["ED25519"], "ES256": ["EC", "-pkeyopt", "ec_paramgen_curve:P-256"], "SM2": ["SM2"]}[suite]
        openssl("genpkey", "-algorithm", *kind, "-out", self.file)
        self.spki = openssl("pkey", "-in", self.file, "-pubout", "-outform", "DER")
        self.kid = hashlib.sha256(self.spki).digest()[:8]
        self.suite = suite
        self.alg = {"Ed25519": -19, "ES256": -9, "SM2": -65602}[suite]
        self.record = {
            "kid": self.kid.hex(), "suite": {"SM2": "SM2 with SM3"}.get(suite, suite),
            "spki": base64.b64encode(self.spki).decode(), "notBefore": NOW + before, "notAfter": NOW + after,
            "state": state, "uses": uses,
        }

    def sign(self, message):
        file = os.path.join(FOLDER, "message.bin")
        with open(file, "wb") as handle:
            handle.write(message)
        if self.suite == "Ed25519":
            return openssl("pkeyutl", "-sign", "-inkey", self.file, "-rawin", "-in", file)
        if self.suite == "ES256":
            return raw(openssl("dgst", "-sha256", "-sign", self.file, file))
        return raw(openssl("pkeyutl", "-sign", "-inkey", self.file, "-rawin", "-digest", "sm3",
                           "-pkeyopt", "distid:1234567812345678", "-in", file))


def raw(der):
    """r and s of a DER signature as 32 bytes each."""
    position, halves = 2, b""
    for _ in range(2):
        length = der[position + 1]
        halves += int.from_bytes(der[position + 2:position + 2 + length], "big").to_bytes(32, "big")
        position += 2 + length
    return halves


# --- messages -----------------------------------------------------------------------------------
def sign1(key, payload, header=None, tags=(18,), unprotected=None):
    protected = cbor(header if header is not None else {4: key.kid, 1: key.alg})
    body = cbor(payload) if not isinstance(payload, bytes) else payload
    signature = key.sign(cbor(["Signature1", protected, b"", body]))
    message = [protected, unprotected or {}, body, signature]
    for tag in reversed(tags):
        message = Tagged(tag, message)
    return cbor(message)


def claims(**changes):
    values = {
        "iss": "310114", "sub": "91310114MA1GT4G200", "iat": NOW - DAY, "exp": NOW + 300 * DAY, "nbf": None,
        "cti": bytes(range(12)), "idx": 5, "uri": LIST, "name": "上海独立样例科技有限公司", "grade": "A",
        "evaluated": (NOW + 8 * 3600) // DAY - 10, "lists": None, "presentation": None, "extra": None,
    }
    values.update(changes)
    credit = {2: values["grade"], 1: values["name"], 3: values["evaluated"]}
    if values["lists"] is not None:
        credit[4] = values["lists"]
    if values["presentation"] is not None:
        credit[5] = values["presentation"]
    payload = {
        -70001: credit, 65535: {"status_list": {"uri": values["uri"], "idx": values["idx"]}},
        7: values["cti"], 6: values["iat"], 4: values["exp"], 2: values["sub"], 1: values["iss"],
    }
    if values["nbf"] is not None:
        payload[5] = values["nbf"]
    payload.update(values["extra"] or {})
    return payload


def text(message):
    return "PCC1:" + base45(message)


# --- the world ----------------------------------------------------------------------------------
os.makedirs(os.path.join(FOLDER, "bundle", "status"), exist_ok=True)
good = {suite: Key("good-" + suite, suite, ["certificate"]) for suite in ("Ed25519", "ES256", "SM2")}
old = Key("old", "Ed25519", ["certificate"], state="retired", after=-100 * DAY)
leaked = Key("leaked", "SM2", ["certificate"], state="withdrawn")
online = Key("online", "ES256", ["presentation"])
status = Key("status", "SM2", ["status"])
stranger = Key("stranger", "Ed25519", ["certificate"])

statuses = bytearray(1 << 15)
for index, value in ((6, 1), (7, 2), (8, 3)):
    statuses[index // 4] |= value << (index % 4 * 2)
token = {6: NOW - 3600, 2: LIST, 65533: {"lst": zlib.compress(bytes(statuses), 9), "bits": 2}, 65534: 43200}
header = {16: "application/statuslist+cwt", 1: status.alg, 4: status.kid}
with open(os.path.join(FOLDER, "bundle", LIST), "wb") as handle:
    handle.write(sign1(status, token, header))

name = {"zh-CN": "独立办公室", "en": "Independent office"}
grades = [{"code": code, "rank": rank, "name": name, "meaning": name} for rank, code in enumerate(["A+", "A", "B", "C", "D"], 1)]
limits = {"noticeAfter": DAY, "noGreenChannelAfter": 7 * DAY, "refuseAfter": 30 * DAY}
policy = {
    "version": 4, "domain": "production", "scale": grades,
    "services": [{"id": "registration", "name": name, "halls": ["*"], "greenChannel": {"grades": ["A+", "A"]}, "perks": []}],
    "freshness": {"issuers": limits, "policy": limits, "status": limits}, "contact": name,
}
keys = [key.record for key in (*good.values(), old, leaked, online, status)]
issuers = {"version": 9, "issuers": [{"id": "310114", "name": name, "keys": keys}]}
for file, document in (("issuers.json", issuers), ("policy.json", policy)):
    with open(os.path.join(FOLDER, "bundle", file), "w", encoding="utf-8") as handle:
        json.dump(document, handle, ensure_ascii=False)

# --- the same trust as a TUF repository -----------------------------------------------------------
class RoleKey:
    def __init__(self, name):
        self.file = os.path.join(FOLDER, name + ".pem")
        openssl("genpkey", "-algorithm", "ED25519", "-out", self.file)
        spki = openssl("pkey", "-in", self.file, "-pubout", "-outform", "DER")
        self.public = {"keytype": "ed25519", "scheme": "ed25519", "keyval": {"public": spki[-32:].hex()}}
        self.id = hashlib.sha256(canonical(self.public)).hexdigest()

    def sign(self, message):
        file = os.path.join(FOLDER, "message.bin")
        with open(file, "wb") as handle:
            handle.write(message)
        return openssl("pkeyutl", "-sign", "-inkey", self.file, "-rawin", "-in", file).hex()


def canonical(value):
    """OLPC's canonical JSON; the documents hold nothing that needs an escape."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


def expires(days):
    return datetime.datetime.fromtimestamp(NOW + days * DAY, datetime.timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")


def names(*holders):
    return {key.id: key.public for key in holders}


def role(threshold, *holders):
    return {"keyids": [key.id for key in holders], "threshold": threshold}


def listed(content, **more):
    return {"length": len(content), "hashes": {"sha256": hashlib.sha256(content).hexdigest()}, **more}


def publish(path, body, *signers):
    # Indented: what is signed is the canonical form, whatever the file looks like.
    document = {"signatures": [{"keyid": key.id, "sig": key.sign(canonical(body))} for key in signers], "signed": body}
    content = json.dumps(document, indent=1).encode()
    put(path, content)
    return content


def put(path, content):
    file = os.path.join(FOLDER, "repository", path)
    os.makedirs(os.path.dirname(file), exist_ok=True)
    with open(file, "wb") as handle:
        handle.write(content)


def role_body(kind, days, **more):
    return {"_type": kind, "spec_version": "1.0.31", "version": 1, "expires": expires(days), **more}


def target_of(name):
    with open(os.path.join(FOLDER, "bundle", name), "rb") as handle:
        content = handle.read()
    folder, _, file = name.rpartition("/")
    place = "/".join(filter(None, ["targets", folder, hashlib.sha256(content).hexdigest() + "." + file]))
    put(place, content)
    return {name: listed(content)}


root_keys = [RoleKey("root-%d" % number) for number in range(3)]
targets_keys = [RoleKey("targets-%d" % number) for number in range(2)]
policy_key, status_key, snapshot_key, timestamp_key = map(RoleKey, ("r-policy", "r-status", "r-snapshot", "r-timestamp"))
root = role_body("root", 365, consistent_snapshot=True, keys=names(*root_keys, *targets_keys, snapshot_key, timestamp_key), roles={
    "root": role(2, *root_keys), "targets": role(1, *targets_keys),
    "snapshot": role(1, snapshot_key), "timestamp": role(1, timestamp_key),
})
root_file = publish("metadata/1.root.json", root, *root_keys[:2])
with open(os.path.join(FOLDER, "root.json"), "wb") as handle:
    handle.write(root_file)
delegations = {"keys": names(policy_key, status_key), "roles": [
    {"name": "policy", "paths": ["policy.json"], "terminating": True, **role(1, policy_key)},
    {"name": "status", "paths": ["status/*"], "terminating": True, **role(1, status_key)},
]}
metadata = {
    "targets": publish("metadata/1.targets.json", role_body("targets", 90, targets=target_of("issuers.json"), delegations=delegations), targets_keys[1]),
    "policy": publish("metadata/1.policy.json", role_body("targets", 90, targets=target_of("policy.json")), policy_key),
    "status": publish("metadata/1.status.json", role_body("targets", 7, targets=target_of(LIST)), status_key),
}
meta = {name + ".json": listed(content, version=1) for name, content in metadata.items()}
snapshot = publish("metadata/1.snapshot.json", role_body("snapshot", 7, meta=meta), snapshot_key)
publish("metadata/timestamp.json", role_body("timestamp", 1, meta={"snapshot.json": listed(snapshot, version=1)}), timestamp_key)

# --- the cases ----------------------------------------------------------------------------------
cases = []


def case(label, outcome, code, content):
    cases.append({"name": label, "outcome": outcome, "code": code, "text": content})


for suite, key in good.items():
    case(suite + " good", "accepted", "green-channel", text(sign1(key, claims())))
    case(suite + " in a CWT tag", "accepted", "green-channel", text(sign1(key, claims(), tags=(61, 18))))
    case(suite + " of grade C", "accepted", "standard-service", text(sign1(key, claims(grade="C"))))
    case(suite + " expired", "refused", "expired", text(sign1(key, claims(exp=NOW))))
    case(suite + " too early", "refused", "not-yet-valid", text(sign1(key, claims(nbf=NOW + 301))))
    case(suite + " revoked", "refused", "revoked", text(sign1(key, claims(idx=6))))
    case(suite + " suspended", "refused", "suspended", text(sign1(key, claims(idx=7))))
    case(suite + " superseded", "refused", "superseded", text(sign1(key, claims(idx=8))))
    case(suite + " by another issuer", "refused", "issuer-mismatch", text(sign1(key, claims(iss="310115"))))
    case(suite + " before its key", "refused", "key-not-valid-at-issue", text(sign1(key, claims(iat=NOW - 901 * DAY))))
    case(suite + " as a live code", "refused", "key-use", text(sign1(key, claims(presentation=60))))
    case(suite + " of a new grade", "undecided", "unknown-grade", text(sign1(key, claims(grade="AAA"))))
    case(suite + " off the list", "undecided", "status-unavailable", text(sign1(key, claims(idx=1 << 17))))
    case(suite + " on no list", "undecided", "status-unavailable", text(sign1(key, claims(uri="status/none"))))
    case(suite + " grown", "accepted", "green-channel",
         text(sign1(key, claims(extra={-70055: {"later": [1, 2.5, None, True]}, 99: "text"}))))
    damaged = bytearray(sign1(key, claims()))
    damaged[-10] ^= 1
    case(suite + " damaged", "refused", "bad-signature", text(bytes(damaged)))
    case(suite + " cut short", "refused", "malformed", text(sign1(key, claims())[:-1]))
    case(suite + " without a tag", "refused", "malformed", text(sign1(key, claims(), tags=())))
    case(suite + " with an unprotected header", "refused", "malformed", text(sign1(key, claims(), unprotected={4: key.kid})))
    case(suite + " naming another suite", "refused", "bad-signature",
         text(sign1(key, claims(), header={1: -8 if suite != "Ed25519" else -7, 4: key.kid})))
    case(suite + " without a name", "refused", "malformed", text(sign1(key, claims(name=""))))

case("older EdDSA number", "accepted", "green-channel",
     text(sign1(good["Ed25519"], claims(), header={1: -8, 4: good["Ed25519"].kid})))
case("older ES256 number", "accepted", "green-channel",
     text(sign1(good["ES256"], claims(), header={1: -7, 4: good["ES256"].kid})))
case("retired key, in its time", "accepted", "green-channel", text(sign1(old, claims(iat=NOW - 200 * DAY))))
case("retired key, after its time", "refused", "key-not-valid-at-issue", text(sign1(old, claims())))
case("withdrawn key", "refused", "key-withdrawn", text(sign1(leaked, claims())))
case("live code", "accepted", "green-channel", text(sign1(online, claims(presentation=60, iat=NOW - 30))))
case("live code run out", "refused", "presentation-expired", text(sign1(online, claims(presentation=60, iat=NOW - 60))))
case("online key for a certificate", "refused", "key-use", text(sign1(online, claims())))
case("unknown key", "undecided", "unknown-key", text(sign1(stranger, claims())))
case("newer format", "undecided", "unsupported-version", "PCC2:" + base45(b"later"))
case("web address", "not-a-certificate", "not-a-certificate", "https://www.example.org/")
case("nothing", "not-a-certificate", "not-a-certificate", "")

with open(os.path.join(FOLDER, "cases.json"), "w", encoding="utf-8") as handle:
    json.dump(cases, handle, ensure_ascii=False)
