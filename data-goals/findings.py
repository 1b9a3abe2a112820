#!/usr/bin/env python3
"""Tries the rules of FINDINGS.md on the five trees: one line per finding, or with -c only how often each rule speaks per tree.
A working paper for whoever writes them in C++: each rule is a few lines over the goals as TOML gives them."""
import datetime, glob, os, sys, tomllib
from collections import Counter, defaultdict
from decimal import Decimal
from fractions import Fraction

import count
from count import HERE, NUMBER, PLAN, ROLES, TREES, load, result_of

found = []
LEVEL, DOING = ROLES['level'], ROLES['doing']


def say(rule, goal, text):
    found.append((rule, goal, text))


def kind(s):
    return next(k for k in s if k in NUMBER or k in count.WORD)


def numeric(s):
    return kind(s) in NUMBER and s[kind(s)] != 'PM'


def value(s):
    return Fraction(str(s[kind(s)]).rstrip('%'))


def years(s):
    y = s.get('jaar', s['datum'].year if 'datum' in s else None)
    return [] if y is None else y if isinstance(y, list) else [y]


def name(s, g):
    return s.get('wat', g['naam'])


def numbers(goals):
    """doel-nummer: twice among siblings, a gap inside them, or dotted and not that of its parent."""
    by_parent = defaultdict(list)
    ids = {g['id']: g for g in goals}
    for g in goals:
        if 'nr' in g and g['soort'] != 'project':
            by_parent[g.get('onder')].append(g)
    for parent, children in by_parent.items():
        last = []
        for g in children:
            nr = str(g['nr'])
            up = ids.get(parent, {}).get('nr')
            if '.' in nr and up and not nr.startswith(f'{up}.'):
                say('doel-nummer', g['id'], f'{nr} under {up}')
            end = nr.rsplit('.', 1)[-1]
            if nr in [str(x['nr']) for x in children if x is not g]:
                say('doel-nummer', g['id'], f'{nr} twice')
            if end.isdigit() and last and int(end) > last[-1] + 1:
                say('doel-nummer', g['id'], f'{last[-1]} then {end}')
            if end.isdigit():
                last.append(int(end))


def targets(plan, goals, g):
    me = g['id']
    list_ = g.get('streef', [])
    for s in list_:
        base = s.get('nulmeting')
        k = kind(s)
        if base and 'groep' not in base and 'waarde' not in base:
            say('nulmeting-waarde', me, f'{base.get("jaar")}: no value')
        if base and base.get('afgeleid'):
            say('nulmeting-afgeleid', me, f'{base["waarde"]}')
        if base and 'waarde' in base and k == 'richting':
            say('nulmeting-zonder-streef', me, f'{base["waarde"]} and only {s[k]}')
        if base and 'waarde' in base and not {'jaar', 'datum'} & set(base):
            say('nulmeting-jaar', me, f'{base["waarde"]} of no year')
        if base and 'groep' in base and numeric(s) and 'waarde' not in base:
            say('nulmeting-groep', me, base['groep'])
        if numeric(s) and not base and k[:2] == 'om':
            say('nulmeting-ontbreekt', me, f'{k} {s[k]}')
        if numeric(s) and not years(s) and 'norm_bij' not in s:
            say('streef-jaar', me, f'{name(s, g)}: no year')
        if numeric(s) and s.get('jaar_afgeleid'):
            say('streef-jaar-elders', me, f'{name(s, g)}: {years(s)} is not on its line')
        if years(s) and min(years(s)) < plan['eerste_jaar']:
            say('streef-voor-plan', me, f'{min(years(s))}')
        late = max(years(s) + [s.get('bekend_na', 0)])
        if late > plan['laatste_jaar']:
            say('streef-na-plan', me, f'{late}')
        if len(years(s)) > 1:
            say('streef-jaren', me, f'{years(s)} in one target')
        relative = k in NUMBER and str(s[k]).endswith('%')
        if (numeric(s) or 'waarde' in (base or {})) and (s.get('eenheid') == '%' or relative):
            known = ('waarde' in (base or {})) if relative else 'van_aantal' in s
            if not known:
                say('procent-noemer', me, f'{s[k]} of {"a base without value" if relative else s.get("van", "what is not said")}')
            if relative and s.get('eenheid') == '%':
                say('procent-van-procent', me, f'{s[k]} of a percentage')
        if k == 'aandeel':
            say('streef-aandeel', me, f'{s[k]}: {name(s, g)}')
        if k in NUMBER and s[k] == 'PM':
            say('streef-pm', me, name(s, g))
        if 'van_aantal' in s and numeric(s) and s.get('eenheid') == '%':
            part = value(s) / 100 * s['van_aantal']
            if not any(numeric(o) and o is not s and value(o) == part for o in list_):
                say('streef-som', me, f'{s[k]}% of {s["van_aantal"]} is {part}, which no target is')
    real = [s for s in list_ if numeric(s) and 'norm_bij' not in s]
    for i, s in enumerate(real):
        for o in real[:i]:
            if value(s) == value(o) and s.get('eenheid') == o.get('eenheid') == '%' and years(s) == years(o):
                say('streef-tegenspraak', me, f'{kind(o)} {o[kind(o)]} {name(o, g)}; {kind(s)} {s[kind(s)]} {name(s, g)}')
            if years(s) and years(o) and years(s) != years(o) and name(s, g) != name(o, g):
                say('streef-jaren', me, f'{years(o)} {name(o, g)}; {years(s)} {name(s, g)}')


def measurable(goals):
    below = defaultdict(list)
    for g in goals:
        below[g.get('onder')].append(g)

    def tree(g):
        return [g] + [x for c in below[g['id']] for x in tree(c)]

    for g in goals:
        list_ = g.get('streef', [])
        best = 'number' if any(map(numeric, list_)) else next((w for w in ('product', 'schaal', 'aandeel', 'richting', 'inspanning') if w in map(kind, list_)), 'none')
        if g['soort'] in ('prestatie', 'indicator') and best in ('richting', 'inspanning', 'none', 'schaal'):
            say('doel-zonder-maat', g['id'], f'{g["soort"]}: only {best}')
        if g['soort'] in ('hoofddoel', 'doelstelling') and best == 'richting' and all(kind(s) == 'richting' and not years(s) for s in list_) and below[g['id']]:
            say('doel-richting', g['id'], f'only {list_[0]["richting"]}')
        if g['soort'] == 'project' and not any(numeric(s) for x in tree(g) for s in x.get('streef', [])):
            say('doel-zonder-maat', g['id'], f'project: no number in {len(tree(g))} goals')
        if g['soort'] in LEVEL and not below[g['id']] and not list_ and not g['soort'] in ('thema',) and not any(x['soort'] == 'project' for x in goals):
            say('doel-leeg', g['id'], 'nothing below it and no target')


def due(s):
    y = years(s)
    return s.get('datum') or (y and datetime.date(max(y), 12, 31)) or None


def compared(s, r):
    """What a measured value says of its target, on the day it was measured; never from a claim."""
    if 'waarde' not in r or not numeric(s) or kind(s) in ('omhoog_met', 'omlaag_met') or r.get('eenheid', s.get('eenheid')) != s.get('eenheid'):
        return 'onbekend'
    v, t, k = Fraction(str(r['waarde'])), value(s), kind(s)
    met = {'maximaal': v <= t, 'minder_dan': v < t, 'omlaag_naar': v <= t, 'meer_dan': v > t}.get(k, v >= t)
    when = r.get('datum') or ('jaar' in r and datetime.date(r['jaar'], 12, 31)) or None
    if not met and due(s) and when and when < due(s):
        return 'onbekend'
    return 'gehaald' if met else 'deels' if v > 0 else 'niet'


def results(g):
    me = g['id']
    for f in g.get('feit', []):
        if f.get('eenheid') == '%' and 'van_aantal' not in f:
            say('procent-noemer', me, f'{f["waarde"]}% of {f.get("van", "what is not said")}')
    for r in g.get('resultaat', []):
        if 'beweerd' in r and 'waarde' not in r:
            say('resultaat-zonder-cijfer', me, f'{r["beweerd"]}: {r.get("wat", g["naam"])}')
        n = result_of(g, r)
        if 'vergeleken' in r and n and compared(g['streef'][n - 1], r) != r['vergeleken']:
            say('resultaat-vergeleken', me, f'{r["vergeleken"]} is written, {compared(g["streef"][n - 1], r)} follows')
        if 'procent' in r and 'van_aantal' not in r:
            say('procent-noemer', me, f'{r["procent"]}% of {r.get("van", "what is not said")}')
        if r.get('beweerd') == 'gehaald' and r.get('vergeleken', 'gehaald') != 'gehaald':
            say('resultaat-oordeel', me, f'claimed {r["beweerd"]}, compared {r["vergeleken"]}')
        if 'procent' in r and 'van_aantal' in r:
            p = Fraction(r['waarde'], r['van_aantal']) * 100
            if round(p) != r['procent']:
                say('resultaat-procent', me, f'{r["waarde"]} of {r["van_aantal"]} is {float(p):g}%, printed {r["procent"]}%')


def parts(goals):
    """streef-som: what is part of a target, and a result that is printed with its percentage, against the whole."""
    ids = {g['id']: g for g in goals}
    for g in goals:
        for s in g.get('streef', []):
            if 'deel_van' in s:
                whole = ids[s['deel_van']]
                w = next(x for x in whole['streef'] if numeric(x))
                rest = value(w) - value(s)
                for r in whole.get('resultaat', []):
                    if 'procent' in r and 'van_aantal' not in r:
                        low = Fraction(r['waarde'] * 100) / (Fraction(r['procent']) + Fraction(1, 2))
                        high = Fraction(r['waarde'] * 100) / (Fraction(r['procent']) - Fraction(1, 2))
                        if not low <= rest <= high and rest != r['waarde']:
                            say('streef-som', g['id'], f'{value(w)} - {value(s)} = {rest}; {r["waarde"]} = {r["procent"]}% of {float(low):.1f} to {float(high):.1f}, '
                                f'or {r["procent"]}% of {r["waarde"]}')


def across(goals):
    ids = {g['id']: g for g in goals}
    for g in goals:
        for other in g.get('zie', []):
            o = ids[other]
            if g['id'] < other and g['id'] in o.get('zie', []):
                for s in g.get('streef', []):
                    for t in o.get('streef', []):
                        if numeric(s) and numeric(t) and (kind(s), value(s), years(s)) == (kind(t), value(t), years(t)):
                            say('streef-dubbel', g['id'], f'the same {s[kind(s)]} as {other}')


def money(goals):
    amounts = {}
    for path in glob.glob(os.path.join(PLAN, 'projecten', '*.toml')):
        with open(path, 'rb') as f:
            for project in tomllib.load(f)['project']:
                for i, p in enumerate(project.get('post', []), 1):
                    amounts[str(project['nr']), str(p.get('nr', i))] = p
    linked = defaultdict(list)
    for g in goals:
        for m in g.get('geld', []):
            if 'tekst' in m and 'bedrag' not in m:
                say('geld-zonder-bedrag', g['id'], m['tekst'])
            if 'post' in m:
                linked[m['project'], str(m['post'])].append(g)
                p = amounts[m['project'], str(m['post'])]
                if not {'baten', 'lasten'} & set(p):
                    say('doel-post-leeg', g['id'], f'{m["project"]}/{m["post"]} has no amount, nor PM')
                every = [v for side in ('baten', 'lasten') for v in p.get(side, {}).values()]
                if every and all(v == 'PM' for v in every):
                    say('doel-op-pm', g['id'], f'{m["project"]}/{m["post"]}')
    if not linked:
        return
    for g in goals:
        n = sum(map(numeric, g.get('streef', [])))
        own = [m for m in g.get('geld', []) if 'project' in m]
        if n and not own:
            say('streef-zonder-post', g['id'], f'{n} with a number')
        if n and own and all(m.get('grond') == 'afgeleid' for m in own):
            say('streef-post-afgeleid', g['id'], f'{n} with a number')
    for post, who in linked.items():
        units = [name(s, g) for g in who for s in g.get('streef', []) if numeric(s) and 'deel_van' not in s
                 and any(m.get('project') == post[0] and str(m.get('post')) == post[1] and m.get('grond') != 'afgeleid' for m in g['geld'])]
        if len(units) > 1:
            say('post-gedeeld', '/'.join(post), ', '.join(units))


def elsewhere(g):
    for d in g.get('elders', []):
        say('streef-elders', g['id'], d)


def diff(old, new):
    ids = {g['id']: g for g in old}
    nrs = {str(g['nr']): g for g in old if 'nr' in g}
    pairs = {}
    for g in new:
        was = g.get('was', g['id'])
        for w in was if isinstance(was, list) else [was]:
            o = ids.get(g['id']) or ids.get(w) or ('was' in g and nrs.get(w))
            if o:
                pairs[g['id']] = o
                if str(o.get('nr')) != str(g.get('nr')):
                    say('doel-hernummerd', g['id'], f'{o.get("nr")} -> {g.get("nr")}')
    kept = {o['id'] for o in pairs.values()}
    last = min(y for g in new for s in g.get('streef', []) for y in years(s) if y >= 2026)
    for o in old:
        if o['id'] not in kept:
            say('doel-verdwenen', o['id'], o.get('nr', ''))
    for o in old:
        g = next((g for g in new if pairs.get(g['id']) is o), None)
        for s in o.get('streef', []):
            if last in years(s) and kind(s) in list(NUMBER) + ['richting'] and 'norm_bij' not in s:
                same = g and any(name(t, g) == name(s, o) or (numeric(t) and numeric(s) and t.get('eenheid') == s.get('eenheid') and value(t) == value(s)) for t in g.get('streef', []))
                if not same:
                    say('streef-verdwenen', o['id'], f'{o.get("nr")}: {kind(s)} {s[kind(s)]} {name(s, o)} ({last}) is {"not in its successor" if g else "gone with its goal"}')
        if g:
            so = [s for s in o.get('streef', []) if numeric(s)]
            sn = [s for s in g.get('streef', []) if numeric(s)]
            for unit in {s.get('eenheid') for s in so} & {t.get('eenheid') for t in sn}:
                s = max((s for s in so if s.get('eenheid') == unit), key=value)
                t = max((t for t in sn if t.get('eenheid') == unit), key=value)
                if value(t) < value(s):
                    same = 'the same' if name(s, o) == name(t, g) else 'another measure'
                    say('streef-verlaagd', g['id'], f'{s[kind(s)]} {name(s, o)} -> {t[kind(t)]} {name(t, g)} ({same})')
            for s in so:
                for f in g.get('feit', []):
                    if s.get('eenheid') == f.get('eenheid') and f['waarde'] < value(s):
                        say('streef-feit', g['id'], f'{s[kind(s)]} {name(s, o)} -> {f["waarde"]} {f["wat"]}')
    for g in new:
        o = nrs.get(str(g.get('nr')))
        if o and pairs.get(g['id']) is not o:
            a = [value(s) for s in o.get('streef', []) if numeric(s)]
            b = [value(s) for s in g.get('streef', []) if numeric(s)]
            say('nummer-hergebruikt', g['id'], f'{g["nr"]} was {o["id"]}' + (f'; both have {set(map(int, a)) & set(map(int, b))}, of other things' if set(a) & set(b) else ''))


def show(title):
    print(f'== {title}: {len(found)}')
    if '-c' in sys.argv:
        print('  ', dict(sorted(Counter(r for r, _, _ in found).items())))
    else:
        for r, g, t in sorted(found):
            print(f'  {r:24} {g:28} {t}')
    found.clear()


if __name__ == '__main__':
    all_goals = {}
    for tree, code, _, _ in TREES:
        plan, goals = load(os.path.join(HERE, tree))
        if tree.startswith('achterhoek'):
            plan = {'eerste_jaar': 2025, 'laatste_jaar': 2028}
        all_goals[code] = goals
        numbers(goals)
        for g in goals:
            targets(plan, goals, g)
            results(g)
            elsewhere(g)
        measurable(goals)
        parts(goals)
        across(goals)
        money(goals)
        show(f'{code} {tree}')
    diff(all_goals['001'], all_goals['000'])
    show('diff 001 000')
