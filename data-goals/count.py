#!/usr/bin/env python3
"""Checks the goal trees under data-goals/ against what was counted by hand (goals.md): that they parse, that every key is one of
GRAMMAR.md, ids are unique and parents exist, how many nodes and targets there are, and that every link names a post of the plan.
Prints the table of targets in the order of goals.md. Exit 1 on the first list of faults."""
import datetime, glob, os, sys, tomllib
from collections import Counter
from decimal import Decimal

HERE = os.path.dirname(os.path.abspath(__file__))
PLAN = os.path.join(HERE, '..', 'data', 'achterhoek-2025-2028')
TREES = [('apeldoorn-2026', '000', 34, 10), ('apeldoorn-2024', '001', 18, 10), ('apeldoorn-2019', '002', 8, 4),
         ('achterhoek-2025-2028', '003', 244, 26), ('almelo-2019', '004', 18, 8)]

NUMBER = {'minimaal': '≥', 'maximaal': '≤', 'meer_dan': '>', 'minder_dan': '<', 'precies': '=', 'ongeveer': '≈',
          'omhoog_naar': '↑', 'omlaag_naar': '↓', 'omhoog_met': '+', 'omlaag_met': '-'}
WORD = {'richting': {'omhoog', 'omlaag', 'gelijk'}, 'aandeel': {'alle', 'geen'}, 'schaal': None, 'product': None, 'inspanning': None}
ROLES = {'level': {'programma', 'hoofddoel', 'doelstelling', 'subdoel', 'thema', 'project'},
         'doing': {'prestatie', 'activiteit', 'fase', 'indicator'}, 'text': {'ambitie', 'visie', 'context', 'ontwikkeling'}}
KEYS = {
    'doel': {'id', 'soort', 'onder', 'nr', 'naam', 'was', 'tekst', 'project', 'programmalijn', 'streef', 'resultaat', 'feit', 'geld',
             'zie', 'elders'},
    'streef': {'nr', 'wat', 'eenheid', 'van', 'van_aantal', 'per', 'voor', 'jaar', 'datum', 'jaar_afgeleid', 'wanneer', 'bekend_na',
               'nulmeting', 'norm_bij', 'deel_van', 'mits', 'bron'} | set(NUMBER) | set(WORD),
    'resultaat': {'streef', 'wat', 'waarde', 'procent', 'eenheid', 'van', 'van_aantal', 'jaar', 'datum', 'beweerd', 'vergeleken', 'bekend_na', 'bron'},
    'feit': {'wat', 'waarde', 'eenheid', 'van', 'van_aantal', 'jaar', 'datum', 'ongeveer', 'bron'},
    'geld': {'project', 'post', 'deel', 'grond', 'tekst', 'bedrag'},
    'nulmeting': {'jaar', 'datum', 'waarde', 'groep', 'afgeleid'},
}
CLAIMED = {'gehaald', 'deels', 'niet', 'op-koers', 'achter', 'gestegen', 'gedaald'}
COMPARED = {'gehaald', 'deels', 'niet', 'onbekend'}
faults = []


def fault(tree, goal, text):
    faults.append(f'{tree}: {goal}: {text}')


def load(folder):
    plan, goals = {}, []
    for path in sorted(glob.glob(os.path.join(folder, '**', '*.toml'), recursive=True), key=paragraph):
        with open(path, 'rb') as f:
            read = tomllib.load(f, parse_float=Decimal)
        plan.update(read.get('plan', {}))
        goals += read.get('doel', [])
        for key in set(read) - {'plan', 'doel'}:
            fault(folder, path, f'table {key}')
    return plan, goals


def paragraph(path):
    return [int(p) if p.isdigit() else 0 for p in os.path.basename(path)[:-5].split('.')]


def posts():
    found = {}
    for path in glob.glob(os.path.join(PLAN, 'projecten', '*.toml')):
        with open(path, 'rb') as f:
            for project in tomllib.load(f)['project']:
                found[str(project['nr'])] = {str(p.get('nr', i)): p['naam'] for i, p in enumerate(project.get('post', []), 1)}
    return found


def keys(tree, goal, kind, table):
    for key in set(table) - KEYS[kind]:
        fault(tree, goal, f'{kind} has no key {key}')


def check_target(tree, goal, ids, n, s):
    keys(tree, goal, 'streef', s)
    kinds = [k for k in s if k in NUMBER or k in WORD]
    if len(kinds) != 1:
        fault(tree, goal, f'target {n}: {kinds or "no kind"}')
    for k in kinds:
        if k in WORD and WORD[k] and s[k] not in WORD[k]:
            fault(tree, goal, f'target {n}: {k} = {s[k]}')
        if k in NUMBER and isinstance(s[k], str) and s[k] != 'PM' and not (k.endswith('_met') and s[k].endswith('%')):
            fault(tree, goal, f'target {n}: {s[k]} is no number')
    if 'jaar' in s and 'datum' in s:
        fault(tree, goal, f'target {n}: jaar and datum')
    if s.get('jaar_afgeleid') and 'jaar' not in s:
        fault(tree, goal, f'target {n}: jaar_afgeleid without jaar')
    if 'nulmeting' in s:
        keys(tree, goal, 'nulmeting', s['nulmeting'])
    if 'deel_van' in s and s['deel_van'] not in ids:
        fault(tree, goal, f'target {n}: deel_van {s["deel_van"]}')
    if s.get('per') not in (None, 'jaar', 'maand'):
        fault(tree, goal, f'target {n}: per {s["per"]}')


def check_result(tree, goal, g, r):
    keys(tree, goal, 'resultaat', r)
    if not {'waarde', 'beweerd', 'bekend_na'} & set(r):
        fault(tree, goal, 'a result says nothing')
    if r.get('beweerd', 'niet') not in CLAIMED or r.get('vergeleken', 'niet') not in COMPARED:
        fault(tree, goal, 'a status that is none')
    targets = g.get('streef', [])
    if 'streef' in r and r['streef'] not in range(1, len(targets) + 1):
        fault(tree, goal, f'a result of target {r["streef"]}')
    if 'streef' not in r and len(targets) != 1 and 'wat' not in r and g['soort'] not in ROLES['level']:
        fault(tree, goal, 'a result of which target?')


def check_tree(tree, goals, plan_posts):
    ids = Counter(g['id'] for g in goals)
    parent = {g['id']: g.get('onder') for g in goals}
    links = []
    for g in goals:
        me = g['id']
        keys(tree, me, 'doel', g)
        if ids[me] > 1:
            fault(tree, me, 'this id is there twice')
        if g['soort'] not in set().union(*ROLES.values()):
            fault(tree, me, f'soort {g["soort"]}')
        if 'onder' in g and g['onder'] not in ids:
            fault(tree, me, f'parent {g["onder"]} is not there')
        depth, up = 0, me
        while up and depth <= 16:
            depth, up = depth + 1, parent.get(up)
        if depth > 16:
            fault(tree, me, 'deeper than 16, or a circle')
        if len(g['naam']) > 120 or len(g.get('tekst', '')) > 300:
            fault(tree, me, 'a long text')
        for other in g.get('zie', []):
            if other not in ids:
                fault(tree, me, f'zie {other}')
        for n, s in enumerate(g.get('streef', []), 1):
            check_target(tree, me, ids, n, s)
        for r in g.get('resultaat', []):
            check_result(tree, me, g, r)
        for f in g.get('feit', []):
            keys(tree, me, 'feit', f)
        if 'project' in g and g['project'] not in plan_posts:
            fault(tree, me, f'project {g["project"]}')
        for m in g.get('geld', []):
            keys(tree, me, 'geld', m)
            if 'tekst' in m:
                continue
            if m['project'] not in plan_posts:
                fault(tree, me, f'project {m["project"]}')
            elif 'post' in m:
                if str(m['post']) not in plan_posts[m['project']]:
                    fault(tree, me, f'post {m["project"]}/{m["post"]}')
                links.append((me, m['project'], str(m['post']), m.get('grond')))
    if len(set(l[:3] for l in links)) != len(links):
        fault(tree, 'links', 'one is there twice')
    return links


def result_of(g, r):
    """The nr of the target a result is of; 0 is the goal as a whole."""
    return r.get('streef', 1 if len(g.get('streef', [])) == 1 and 'wat' not in r else 0)


def number(v):
    return f'{v:,}'.replace(',', '.') if isinstance(v, int) else str(v).replace('.', ',')


def target_row(code, g, s):
    kind = next(k for k in s if k in NUMBER or k in WORD)
    value = f'{NUMBER[kind]} {number(s[kind])}' + ('%' if s.get('eenheid') == '%' and not str(s[kind]).endswith('%') else '')
    value += f' per {s["per"]}' if 'per' in s else ''
    year = str(s.get('jaar', s['datum'].year if 'datum' in s else '?'))
    year = f'({year})' if s.get('jaar_afgeleid') else year
    base = s.get('nulmeting')
    if base is None:
        base = '–'
    elif 'groep' in base:
        base = base['groep']
    else:
        v = number(base['waarde']) if 'waarde' in base else '?'
        base = f'{base.get("jaar", base["datum"].year if "datum" in base else "?")}: ' + (f'({v})' if base.get('afgeleid') else v)
    n = 1 + g['streef'].index(s)
    res = [r for r in g.get('resultaat', []) if result_of(g, r) == n]
    out = []
    for r in res:
        v = (number(r['waarde']) + ('%' if r.get('eenheid') == '%' else '') + (f' = {r["procent"]}%' if 'procent' in r else '')) if 'waarde' in r else ''
        out.append(' '.join(x for x in [v, r.get('vergeleken', ''), f'(claim: {r["beweerd"]})' if 'beweerd' in r else ''] if x))
    money = '; '.join(f'{m["project"]}/{m["post"]}' + ('°' if m.get('grond') == 'afgeleid' else '') for m in g.get('geld', []) if 'post' in m)
    return f'{code} {g["id"]} | {s.get("wat", g["naam"])} | {value} | {year} | {base} | {"; ".join(out) or "–"} | {money or "–"}'


def main():
    plan_posts = posts()
    for name, code, nodes, numbers in TREES:
        plan, goals = load(os.path.join(HERE, name))
        links = check_tree(name, goals, plan_posts)
        rows = [(g, s) for g in goals for s in g.get('streef', []) if any(k in NUMBER and s[k] != 'PM' for k in s)]
        print(f'{name}: {len(goals)} nodes, {len(rows)} targets with a number, soorten {dict(Counter(g["soort"] for g in goals))}')
        if len(goals) != nodes:
            fault(name, 'nodes', f'{len(goals)}, not {nodes}')
        if len(rows) != numbers:
            fault(name, 'targets', f'{len(rows)}, not {numbers}')
        if name.startswith('achterhoek'):
            grounds = Counter(l[3] for l in links)
            print(f'  {len(links)} links to {len(set(l[1:3] for l in links))} of {sum(map(len, plan_posts.values()))} posts: {dict(grounds)}')
            if (len(links), len(set(l[1:3] for l in links)), grounds) != (82, 59, {'naam': 53, 'toelichting': 19, 'afgeleid': 10}):
                fault(name, 'links', 'not 82 to 59: 53, 19, 10')
        if '-v' in sys.argv:
            print('\n'.join('  ' + target_row(code, g, s) for g, s in rows))
    for f in faults:
        print('FAULT', f)
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()
