"""Reference values for src/voice/core/agreement*.ts, made without any of it.

  python3 -m venv /tmp/v && /tmp/v/bin/pip install numpy scipy statsmodels==0.15.0 nltk==3.10.3
  /tmp/v/bin/python test/reference/agreement.py > test/reference/agreement.json

Cohen's kappa, its standard error and Fleiss' kappa come from statsmodels (whose own tests hold them to SAS and to R's irr);
Krippendorff's alpha nominal and interval from nltk, ordinal from the coincidence matrix of Krippendorff (2011) written out below
with exact fractions. The published values that each of them must meet are asserted here.
"""
import json, itertools
from fractions import Fraction
import numpy as np
from nltk.metrics.agreement import AnnotationTask
from nltk.metrics.distance import binary_distance, interval_distance
from statsmodels.stats.inter_rater import aggregate_raters, cohens_kappa, fleiss_kappa

_ = None
# Krippendorff (2011), sections A, B and C/D: two coders of ten and of twelve units; four coders of twelve units with gaps.
binary = [[0, 1, 0, 0, 0, 0, 0, 0, 1, 0], [1, 1, 1, 0, 0, 1, 0, 0, 0, 0]]
letters = [[1, 1, 2, 2, 4, 3, 3, 3, 5, 4, 4, 1], [2, 1, 2, 2, 2, 3, 3, 3, 5, 4, 4, 4]]
gaps = [
    [1, 2, 3, 3, 2, 1, 4, 1, 2, _, _, _],
    [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, _, 3],
    [_, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, _],
    [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, _],
]
# Fleiss (1971), 30 patients and 6 psychiatrists: R's irr::diagnoses.
diagnoses = [list(map(int, row)) for row in
  "444444 222555 233335 555555 222444 113333 333355 113334 114444 555555 144444 124444 222333 144444 224445 333335 111455 111112 224444 133555 555555 244444 224555 114444 144445 222224 111155 224444 133333 555555".split()]
# R's irr::anxiety, its second and third raters.
anxiety = [[3,6,4,6,2,4,2,4,3,3,2,3,3,3,2,2,1,3,3,4], [2,1,4,4,3,2,1,6,1,1,1,2,3,3,1,1,3,3,2,2]]
# Cohen (1960): three diagnoses of 200 people by two judges; published kappa .49 (.492 with chance agreement rounded to .41).
cohen1960 = [[88, 14, 18], [10, 40, 6], [2, 10, 12]]
# statsmodels' and SAS's example of FREQ, kappa 0.4842 (0.2137 to 0.7547), weighted 0.4701 (0.1845 to 0.7558).
sas = [[0, 4, 1], [0, 8, 0], [0, 1, 5]]

def table(a, b, cats):
    return [[sum(1 for x, y in zip(a, b) if (x, y) == (c, d)) for d in cats] for c in cats]

def alpha_exact(rows, level):
    units = [[r[u] for r in rows if r[u] is not None] for u in range(len(rows[0]))]
    units = [u for u in units if len(u) > 1]
    cats = sorted({v for u in units for v in u})
    o = {}
    for u in units:
        for i, j in itertools.permutations(range(len(u)), 2):
            o[u[i], u[j]] = o.get((u[i], u[j]), 0) + Fraction(1, len(u) - 1)
    n_c = {c: sum(v for (a, _b), v in o.items() if a == c) for c in cats}
    n = sum(n_c.values())
    def d2(a, b):
        if level == 'nominal': return int(a != b)
        if level == 'interval': return Fraction((a - b) ** 2)
        lo, hi = min(a, b), max(a, b)
        return (sum(n_c[c] for c in cats if lo <= c <= hi) - (n_c[a] + n_c[b]) / 2) ** 2
    do = sum(v * d2(a, b) for (a, b), v in o.items()) / n
    de = sum(n_c[a] * n_c[b] * d2(a, b) for a in cats for b in cats) / (n * (n - 1))
    return float(1 - do / de)

def alpha_nltk(rows, distance):
    return AnnotationTask([(c, u, v) for c, row in enumerate(rows) for u, v in enumerate(row) if v is not None], distance).alpha()

def kappa(t, wt=None):
    r = cohens_kappa(np.array(t), wt=wt)
    return {'value': r.kappa, 'low': r.kappa_low, 'high': r.kappa_upp}

def near(value, published, places):
    assert round(value, places) == published, (value, published)

out = {'cohen': {}, 'fleiss': {}, 'alpha': {}}
for name, t in [('sas', sas), ('anxiety', table(*anxiety, [1, 2, 3, 4, 6])), ('binary', table(*binary, [0, 1])), ('letters', table(*letters, [1, 2, 3, 4, 5])), ('cohen1960', cohen1960)]:
    out['cohen'][name] = {'table': t, **{w or 'none': kappa(t, w) for w in (None, 'linear', 'quadratic')}}
near(out['cohen']['cohen1960']['none']['value'], 0.49, 2); near(out['cohen']['sas']['none']['value'], 0.4842, 4); near(out['cohen']['sas']['linear']['value'], 0.4701, 4)
near(out['cohen']['anxiety']['none']['value'], -0.006289, 6)
near(out['cohen']['anxiety']['linear']['value'], 0.145907, 6); near(out['cohen']['anxiety']['quadratic']['value'], 0.252033, 6)

counts, _cats = aggregate_raters(np.array(diagnoses))
out['fleiss']['diagnoses'] = {'rows': diagnoses, 'value': float(fleiss_kappa(counts))}
near(out['fleiss']['diagnoses']['value'], 0.430245, 6)
# z = 17.65183 as R's irr::kappam.fleiss gives it: the standard error is the value divided by it.
out['fleiss']['diagnoses']['z'] = 17.65183

for name, rows, published in [('binary', binary, {'nominal': 0.095}), ('letters', letters, {'nominal': 0.692}), ('gaps', gaps, {'nominal': 0.743, 'ordinal': 0.815, 'interval': 0.849})]:
    entry = {'rows': rows}
    for level in ('nominal', 'ordinal', 'interval'):
        entry[level] = alpha_exact(rows, level)
        if level in published: near(entry[level], published[level], 3)
    assert abs(entry['nominal'] - alpha_nltk(rows, binary_distance)) < 1e-12
    assert abs(entry['interval'] - alpha_nltk(rows, interval_distance)) < 1e-12
    out['alpha'][name] = entry
print(json.dumps(out))
