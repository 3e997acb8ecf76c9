"""A plugin that does one thing wrong, named by its argument, on documents whose text holds "bad"; others it answers."""

import json
import os
import signal
import sys
import time

fault = sys.argv[1]
out = sys.stdout


def say(message):
    out.write(json.dumps(message, ensure_ascii=False) + "\n")
    out.flush()


def result(document):
    start = document["text"].find("good")
    findings = [] if start < 0 else [{"start": start, "end": start + 4, "kind": "good"}]
    say({"type": "result", "id": document["id"], "findings": findings})


def raw(data):
    out.flush()
    while data:
        data = data[os.write(1, data):]


def misbehave(document):
    id = document["id"]
    if fault == "hangs":
        time.sleep(600)
    elif fault == "ignores the end":
        signal.signal(signal.SIGTERM, signal.SIG_IGN)
        time.sleep(600)
    elif fault == "crashes":
        print("about to fall", file=sys.stderr, flush=True)
        os.kill(os.getpid(), signal.SIGSEGV)
    elif fault == "exits":
        sys.exit(3)
    elif fault == "never answers":
        pass
    elif fault == "answers twice":
        result(document)
        result(document)
    elif fault == "unknown id":
        say({"type": "result", "id": "nobody", "findings": []})
        result(document)
    elif fault == "long line":
        raw(b'{"type": "result", "id": "' + b"x" * 50_000_000 + b'"}\n')
    elif fault == "bad UTF-8":
        raw(b'{"type": "result", "id": "%s", "findings": [{"start": 0, "end": 3, "note": "\xff\xfe"}]}\n' % id.encode())
    elif fault == "junk":
        raw(b"Loading weights: 100%\n[1, 2]\n\xd0\n")
        result(document)
    elif fault == "endless junk":
        for _ in range(100_000):
            raw(b"still here\n")
        result(document)
    elif fault == "endless errors":
        for _ in range(20_000):
            sys.stderr.write("warning " * 20 + "\n")
        sys.stderr.write("no end" * 20_000)
        result(document)
    elif fault == "forks":
        # The child holds the pipes open and works on, while the parent is gone.
        if os.fork() == 0:
            time.sleep(600)
        os._exit(0)
    elif fault == "forks away":
        # The child leaves the session as well, so that it cannot be killed with the parent.
        if os.fork() == 0:
            os.setsid()
            time.sleep(8)
            os._exit(0)
        os._exit(0)
    elif fault == "closes output":
        os.close(1)
        time.sleep(600)
    elif fault == "closes input":
        os.close(0)
        time.sleep(600)
    elif fault == "much memory":
        held = []
        while True:
            held.append(bytearray(8 << 20))
            time.sleep(0.005)
    elif fault == "outside the text":
        say({"type": "result", "id": id, "findings": [{"start": 0, "end": 100000}]})
    elif fault == "misquotes":
        say({"type": "result", "id": id, "findings": [{"start": 0, "end": 3, "evidence": "not"}]})
    elif fault == "misquotes inside":
        say({"type": "result", "id": id, "findings": [
            {"start": 0, "end": 3, "who": {"start": 0, "end": 1, "text": "?"}}]})
    elif fault == "no place":
        say({"type": "result", "id": id, "findings": [{"kind": "bad"}]})
    elif fault == "no object":
        say({"type": "result", "id": id, "findings": ["bad"]})
    elif fault == "no list":
        say({"type": "result", "id": id, "findings": {"start": 0}})
    elif fault == "same ids":
        say({"type": "result", "id": id, "findings": [
            {"id": "a", "start": 0, "end": 1}, {"id": "a", "start": 1, "end": 2}]})
    elif fault == "deep":
        raw(b'{"type": "result", "id": "x", "findings": ' + b"[" * 200_000 + b"\n")
        result(document)
    elif fault == "error":
        say({"type": "error", "id": id, "code": "X900", "message": "cannot read this"})
    elif fault == "error of another area":
        say({"type": "error", "id": id, "code": "A103", "message": "cannot read this"})
    else:
        result(document)


held_back = []
for line in sys.stdin:
    message = json.loads(line)
    if message["type"] == "hello":
        if fault == "slow start":
            time.sleep(600)
        if fault == "dies at start":
            print("no such model", file=sys.stderr, flush=True)
            sys.exit(7)
        ready = {"type": "ready", "protocol": 1, "name": "hostile", "version": "1", "requires": [], "provides": "hostile",
                 "offsets": "unicodeScalars", "later": {"than": "this"}}
        if fault == "wrong version":
            ready["protocol"] = 2
        if fault == "foreign layer":
            ready["requires"] = ["token"]
        if fault == "provides tokens":
            ready["provides"] = "tokens"
        if fault == "other offsets":
            ready["offsets"] = "utf16"
        if fault == "bad name":
            ready["name"] = "two words\n"
        if fault == "needs a layer":
            ready["requires"] = ["sentences"]
        if fault == "out of order":
            ready["batch"] = 3
        if fault == "crashes in a batch":
            ready["batch"] = 3
        if fault == "changes its mind" and os.path.exists(sys.argv[2]):
            ready["requires"] = ["sentences"]
        if fault == "changes its mind":
            open(sys.argv[2], "w").close()
        say({"type": "progress", "of": "something newer"})
        say(ready)
    elif message["type"] == "document":
        if fault == "out of order":
            held_back.append(message)
            if len(held_back) == 3:
                for document in reversed(held_back):
                    result(document)
                held_back = []
        elif fault == "crashes always":
            os.abort()
        elif fault == "crashes in a batch" and "bad" in message["text"]:
            time.sleep(0.3)
            os.abort()
        elif fault == "changes its mind" and "bad" in message["text"]:
            os.abort()
        elif fault == "claims a layer":
            start = message["layers"]["sentences"][0]["start"]
            say({"type": "result", "id": message["id"], "findings": [{"start": start, "end": start + 1}]})
        elif fault == "echo":
            say({"type": "result", "id": message["id"], "findings": [
                {"start": 0, "end": 1, "layers": list(message["layers"]), "context": message["context"],
                 "sentences": [message["text"][s["start"]:s["end"]] for s in message["layers"].get("sentences", [])]}]})
        elif "bad" in message["text"]:
            misbehave(message)
        else:
            result(message)
    elif message["type"] == "bye":
        break
