#!/usr/bin/env python3
# fmt: off
"""账目离线核验: check a ledger, or a proof, without the system. One file; nothing but the standard library of Python.

  python3 verify_ledger.py 账目导出 [--witness 见证目录] [--key 公钥] [--root 存证根.json]… [--receipt 存证码]… [--json]
  python3 verify_ledger.py --proof 存证证明.json [--witness …] [--key …] [--root …]

Every hash, leaf, root and signature is computed again. Whom it believes: the witness's folder, roots that were kept on
paper, receipts; without any of them only what contradicts itself is found. Exit: 0 nothing found, 1 something, 2 usage.
"""

import argparse
import hashlib
import hmac
import json
import re
import sys
from datetime import datetime, timedelta
from pathlib import Path

try:  # only because it is faster
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey as Fast
except ImportError:
    Fast = None
GENESIS, LATE, AHEAD = b"0" * 64, timedelta(minutes=10), timedelta(seconds=5)
SIGNED = ("origin", "root", "size", "time")
TAIL = re.compile(
    rb'"payload_digest":"([0-9a-f]*)","post_id":[^,]+,"prev_hash":"([0-9a-f]{64})","recorded_at":"([^"]+)",'
    rb'"region_code":"([^"]+)","request_digest":"[^"]*","seq":(\d+),"subject":"([^"]+)","subject_id":"([^"]+)",'
    rb'"verb":"([^"]+)"}$')
WORDS = dict(pair.split(":") for pair in """
unreadable:读不懂 entry_changed:账目内容被改动 leaf_changed:账目与它的存证叶不符 entry_deleted:账目被删除
place_gap:存证位置缺号 entry_unplaced:账目没有编入存证 chain_gap:前面缺了账目 chain_broken:与上一条账目接不上
chain_double:有两条同序号的账目 payload_changed:附带内容被改动 payload_missing:附带内容不见 time_late:入账晚于检查点
back_dated:入账时间倒填，早于上一个检查点 signature_bad:检查点签名不对 key_changed:检查点换了签名密钥
checkpoint_differs:检查点与见证的不同根 checkpoint_deleted:见证过的检查点被删除 witness_bad:见证签名不对
fork:同一来源签了两个不同的根 root_differs:账目算出的根与签过的不符 truncated:末尾被截去，或者恢复成旧的副本
inserted:中间插入了账目 deleted:中间删去了账目 moved:账目被调换次序 rewritten:账目被重写，哈希也重算过
receipt_missing:凭证上的账目不在账里 root_missing:根不在给的根之中，另取那一天的
not_included:证明与根不符 origin_differs:不是同一个账""".split())

# --- signatures: Ed25519 (RFC 8032) and SM2 over SM3 (GB/T 32918) ---
Q, L = 2**255 - 19, 2**252 + 27742317777372353535851937790883648493
D, TURN = -121665 * pow(121666, -1, Q) % Q, pow(2, (Q - 1) // 4, Q)
P, B = 2**256 - 2**224 - 2**96 + 2**64 - 1, 0x28E9FA9E9D9F5E344D5A9E4BCF6509A7F39789F515AB8F92DDBCBD414D940E93
N = 0xFFFFFFFEFFFFFFFFFFFFFFFFFFFFFFFF7203DF6B21C6052B53BBF40939D54123
G = (0x32C4AE2C1F1981195F9904466A39C9948FE30BBFF2660BE1715A4589334C74C7,
     0xBC3736A2F4F6779C59BDCEE36B692153D0A9877CC62A474002DF32E52139F0A0)
def number(octets, order="big"):
    return int.from_bytes(octets, order)
def times(k, p, add, out):
    while k:
        out, p, k = (add(out, p) if k & 1 else out), add(p, p), k >> 1
    return out
def ed_add(p, q):
    (a, b), (c, d) = p, q
    m = D * a * b * c * d % Q
    return (a * d + b * c) * pow(1 + m, -1, Q) % Q, (b * d + a * c) * pow(1 - m, -1, Q) % Q
def ed_point(octets):
    y, sign = number(octets, "little") & (1 << 255) - 1, octets[31] >> 7
    xx = (y * y - 1) * pow(D * y * y + 1, -1, Q) % Q
    x = pow(xx, (Q + 3) // 8, Q)
    x = x if (x * x - xx) % Q == 0 else x * TURN % Q
    if (x * x - xx) % Q or y >= Q:
        raise ValueError("no point")
    return (Q - x if x & 1 != sign else x), y
def ed25519(key, text, mark):
    if Fast:
        return Fast.from_public_bytes(key).verify(mark, text) is None
    s, k = number(mark[32:], "little"), number(hashlib.sha512(mark[:32] + key + text).digest(), "little") % L
    right = ed_add(ed_point(mark[:32]), times(k, ed_point(key), ed_add, (0, 1)))
    base = ed_point((4 * pow(5, -1, Q) % Q).to_bytes(32, "little"))
    return len(mark) == 64 and len(key) == 32 and s < L and times(s, base, ed_add, (0, 1)) == right
def sm2_add(p, q):
    if p is None or q is None or (p[0] == q[0] and (p[1] + q[1]) % P == 0):
        return (p or q) if p is None or q is None else None
    m = 3 * (p[0] * p[0] - 1) * pow(2 * p[1], -1, P) if p == q else (q[1] - p[1]) * pow(q[0] - p[0], -1, P)
    x = (m * m - p[0] - q[0]) % P
    return x, (m * (p[0] - x) - p[1]) % P
def sm2(key, text, mark):
    x, y, r, s = number(key[:32]), number(key[32:]), number(mark[4:4 + mark[3]]), number(mark[6 + mark[3]:])
    if (y * y - x * x * x + 3 * x - B) % P or len(key) != 64 or not (0 < r < N and 0 < s < N and (r + s) % N):
        return False
    who = b"\x00\x801234567812345678" + b"".join(v.to_bytes(32, "big") for v in (P - 3, B, *G, x, y))
    e = number(hashlib.new("sm3", hashlib.new("sm3", who).digest() + text).digest())
    top = sm2_add(times(s, G, sm2_add, None), times((r + s) % N, (x, y), sm2_add, None))
    return top is not None and (e + top[0]) % N == r
def signed(suite, key, text, mark):
    try:
        return {"intl": ed25519, "sm": sm2}[suite](bytes.fromhex(key), text, bytes.fromhex(mark))
    except Exception:  # malformed, or the faster one says no
        return False
def said(title, told, *names):
    body = {name: told[name] for name in (*SIGNED, *names)}
    return title + json.dumps(body, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()
def log_signed(c, key):
    return signed(c["suite"], key, said(b"yichuang-checkpoint/1\n", c), c["signature"])
# --- the tree (RFC 6962) ---
def sha(octets):
    return hashlib.sha256(octets).digest()
def grow(peaks, size, leaf):
    while size & 1:
        leaf, size = sha(b"\x01" + peaks.pop() + leaf), size >> 1
    peaks.append(leaf)
def root_of(peaks):
    out = peaks[-1] if peaks else sha(b"")
    for left in peaks[-2::-1]:
        out = sha(b"\x01" + left + out)
    return out.hex()
def included(top, at, size, path, root):
    last, inside = size - 1, 0 <= at < size
    for step in path if inside else ():
        if last == 0:
            return False
        left = at & 1 or at == last
        top = sha(b"\x01" + step + top) if left else sha(b"\x01" + top + step)
        while left and not at & 1 and at:
            at, last = at >> 1, last >> 1
        at, last = at >> 1, last >> 1
    return inside and last == 0 and top.hex() == root
def first_other(ours, theirs):
    return next((n for n, (a, b) in enumerate(zip(ours, theirs)) if a != b), None)  # noqa: B905
def kind_of(ours, theirs, n):
    if ours[n + 1:n + 2] == theirs[n:n + 1]:
        return "moved" if ours[n:n + 1] == theirs[n + 1:n + 2] else "inserted"
    if ours[n:n + 1] == theirs[n + 1:n + 2]:
        return "deleted"
    return "moved" if ours[n] in theirs and theirs[n] in ours else "rewritten"
class Check:
    def __init__(self, wish):
        self.found, self.wish, self.key, self.origin, self.before = [], wish, wish.key, None, None
        self.trusted, self.leaves, self.theirs, self.own = {}, [], [], {}  # size: root and who; size: root and time
        self.ends, self.loose, self.bare, self.gone, self.ours, self.peaks, self.bad = {}, {}, {}, set(), [], [], False
        self.read_witness(Path(wish.witness)) if wish.witness else None
        for path in wish.root:
            told = json.loads(Path(path).read_text(encoding="utf-8"))
            for c in told if isinstance(told, list) else [told]:
                self.believe(c.get("checkpoint", c), path)
    def say(self, kind, place=None, more=""):
        self.found.append({"place": place, "kind": kind, "words": WORDS[kind], "more": more})
    def read_witness(self, folder):
        pinned, held = json.loads((folder / "log.json").read_text("utf-8")), (folder / "leaves.bin").read_bytes()
        self.key, self.origin = self.key or pinned["key"], pinned["origin"]
        self.leaves = [held[n:n + 32] for n in range(0, len(held), 32)]
        public = (folder / "key.pub").read_text("ascii").strip()
        for line in (folder / "checkpoints.jsonl").read_text("utf-8").splitlines():
            c = json.loads(line)
            seen = c["witness"]
            text = said(b"yichuang-witness/1\n", {**c, **seen}, "witnessed_at", "alarms")
            if not signed("intl", public, text, seen["signature"]):
                self.say("witness_bad", c["size"] - 1)
            self.believe(c, "见证方")
            self.theirs.append(c["size"])
    def believe(self, c, who):
        if not log_signed(c, self.key or c["key"]):
            return self.say("signature_bad" if self.key in (None, c["key"]) else "key_changed", c["size"] - 1, who)
        self.key, self.origin = self.key or c["key"], self.origin or c["origin"]
        if c["origin"] != self.origin:
            return self.say("origin_differs", None, f"{who} {c['origin']}")
        if self.trusted.setdefault(c["size"], (c["root"], who))[0] != c["root"]:
            self.say("fork", c["size"] - 1, f"{who}、{self.trusted[c['size']][1]}")
    def own_checkpoint(self, c):  # of the export: signed by the key that others know, and the root that others hold
        self.key, self.origin, at = self.key or c["key"], self.origin or c["origin"], c["size"] - 1
        if not (good := c["key"] == self.key and c["origin"] == self.origin and log_signed(c, self.key)):
            self.say("key_changed" if c["key"] != self.key else "signature_bad", at)
        if self.trusted.get(c["size"], (c["root"],))[0] != c["root"]:
            self.say("checkpoint_differs", at, self.trusted[c["size"]][1])
        self.own[c["size"]] = (c["root"] if good else None, datetime.fromisoformat(c["time"]))
    def ledger(self, path):
        full = False
        for line in Path(path).open("rb"):  # noqa: SIM115
            kind, *cols = line.rstrip(b"\n").split(b"\t")
            if kind == b"H":
                told = json.loads(cols[0])
                full = told.get("payloads", False)
                self.say("origin_differs", None, told["origin"]) if self.origin not in (None, told["origin"]) else None
            elif kind == b"C":
                self.own_checkpoint(json.loads(cols[0]))
                self.marks = sorted((size, at) for size, (root, at) in self.own.items() if root)
            elif kind == b"P":
                self.payload(*cols)
            else:
                real = self.entry(cols, kind == b"E", full) if kind != b"L" else None
                if kind != b"U":
                    self.leaf(cols, real)
        self.ending()
        return len(self.ours)
    def leaf(self, cols, real):
        place = len(self.ours)
        if int(cols[0]) != place:
            self.say("place_gap", place, f"下一个位置是 {int(cols[0])}")
        leaf = sha(b"\x00" + real) if real else bytes.fromhex(cols[3].decode())
        if real is None:
            self.say("entry_deleted", place, cols[1].decode())
        elif leaf.hex().encode() != cols[3]:
            self.say("leaf_changed", place)
        grow(self.peaks, place, leaf)
        self.ours.append(leaf)
        place += 1
        roots = {told[place][0] for told in (self.own, self.trusted) if place in told} - {None}
        if roots and not self.bad and roots != {root_of(self.peaks)}:  # where it begins: told by a witness's leaves
            first, sizes = first_other(self.ours, self.leaves), [n for n in (*self.own, *self.trusted) if n < place]
            self.say("root_differs", max(sizes, default=0) if first is None else first, f"前 {place} 条")
            self.bad = True
    def entry(self, cols, placed, full):
        _, name, stored, _, head, facts = cols
        real, tail, where = sha(head), TAIL.search(head), len(self.ours) if placed else None
        digest = hashlib.sha256(facts).hexdigest().encode()
        if tail is None:
            return self.say("unreadable", where, name.decode()) or real
        if real.hex().encode() != stored or b'"facts":"%s","idem_key"' % digest not in head:
            self.say("entry_changed", where, name.decode())
        digest, prev, when, *key, seq, subject, of, verb = tail.groups()
        key, seq = (*key, subject, of), int(seq)
        self.link(key, seq, prev, real.hex().encode(), where)
        if full and placed:
            self.bare[name] = (key, seq, digest, where)
            self.gone |= {(key, n) for n in json.loads(facts).get("erased", ())} if verb == b"case.erased" else set()
        if self.own:
            self.time(datetime.fromisoformat(when.decode()), where, f"{when.decode()} {name.decode()}")
        return real
    def time(self, at, place, name):  # every event lies between two checkpoints
        while place is not None and self.marks and self.marks[0][0] <= place:
            self.before = self.marks.pop(0)[1]
        if place is None and at < max((time for root, time in self.own.values() if root), default=at) - LATE:
            self.say("entry_unplaced", None, name)
        elif place is not None and self.marks and at > self.marks[0][1] + AHEAD:
            self.say("time_late", place, name)
        elif place is not None and self.before and at < self.before - LATE:
            self.say("back_dated", place, name)
    def link(self, key, number, prev, real, place):  # entries may come to light in another order than they were made
        seq, last = self.ends.get(key, (0, GENESIS))
        left = self.loose.setdefault(key, {})
        if number <= seq or number in left:
            return self.say("chain_double", place, f"{key[2].decode()} 第 {number} 条")
        left[number] = (prev, real, place)
        while left.get(seq + 1, (None,))[0] == last:
            seq, last = seq + 1, left.pop(seq + 1)[1]
        self.ends[key] = (seq, last)
        if not left:
            del self.loose[key]
    def payload(self, name, salt, body):
        _, _, digest, place = self.bare.pop(name, (0, 0, b"", None))
        if hmac.new(bytes.fromhex(salt.decode()), body, "sha256").hexdigest().encode() != digest:
            self.say("payload_changed", place, name.decode())
    def ending(self):
        for key, left in ((key, left) for key, left in self.loose.items() if left):
            near = min(left) == self.ends.get(key, (0,))[0] + 1
            self.say("chain_broken" if near else "chain_gap", left[min(left)][2], key[2].decode())
        for key, seq, _, place in (one for one in self.bare.values() if one[:2] not in self.gone):
            self.say("payload_missing", place, f"{key[2].decode()} 第 {seq} 条")
        count, first = len(self.ours), first_other(self.ours, self.leaves)
        if (seen := max([*self.trusted, *self.own, len(self.leaves), 0])) > count:
            self.say("truncated", count, f"签过 {seen} 条，只有 {count} 条")
        if first is not None:
            self.say(kind_of(self.ours, self.leaves, first), first)
        for size in sorted(set(self.theirs) - set(self.own)):
            self.say("checkpoint_deleted", size - 1)
        here = {leaf.hex() for leaf in self.ours} if self.wish.receipt else ()
        for told in (one for one in self.wish.receipt if re.sub(r"[\s-]", "", one).lower() not in here):
            self.say("receipt_missing", None, told)
    def proof(self, path):
        told, known = json.loads(Path(path).read_text(encoding="utf-8")), set(self.trusted)
        self.believe(c := told["checkpoint"], Path(path).name)
        if c["size"] <= len(self.leaves):
            for place, leaf in enumerate(self.leaves[:c["size"]]):
                grow(self.peaks, place, leaf)
            self.say("checkpoint_differs", None, "见证的叶") if root_of(self.peaks) != c["root"] else None
        elif known and c["size"] not in known:
            self.say("root_missing", None, f"前 {c['size']} 条，{c['time'][:10]}")
        for e in told["entries"]:
            leaf, steps = sha(b"\x00" + bytes.fromhex(e["hash"])), [bytes.fromhex(step) for step in e["path"]]
            if not included(leaf, e["position"], c["size"], steps, c["root"]):
                self.say("not_included", e["position"])
        return len(told["entries"])

def main(argv=None):
    p = argparse.ArgumentParser(description="账目离线核验：不需要系统，不需要网络")
    p.add_argument("export", nargs="?")
    p.add_argument("--json", action="store_true")
    for name in ("--witness", "--key", "--proof", "--root", "--receipt"):
        p.add_argument(name, **({"action": "append", "default": []} if name in ("--root", "--receipt") else {}))
    wish = p.parse_args(argv)
    if not (wish.export or wish.proof):
        p.error("要写账目导出文件，或者 --proof 存证证明")
    check = Check(wish)
    count = (check.ledger(wish.export) if wish.export else 0) + (check.proof(wish.proof) if wish.proof else 0)
    found = sorted(check.found, key=lambda one: (one["place"] is None, one["place"] or 0))
    for one in found[: None if wish.json else 20]:
        at = "" if one["place"] is None else f"第 {one['place'] + 1} 条："
        print(json.dumps(one, ensure_ascii=False) if wish.json else f"{at}{one['words']}（{one['kind']}）{one['more']}")
    if not wish.json:
        print(f"共 {len(found)} 处不符。" if found else f"核验 {count} 条，没有发现改动。")
        tail = f"最后 {max(0, count - max([*check.own, *check.trusted, 0]))} 条还没有检查点。" if wish.export else ""
        told = "" if wish.witness or wish.root or wish.key else "没有给见证目录、公布的根或公钥：整本重做的账看不出来。"
        print(tail + told + "没有核验时间戳令牌（RFC 3161），要用签发机构的工具另外核对。")
    return 1 if found else 0

if __name__ == "__main__":
    sys.exit(main())
