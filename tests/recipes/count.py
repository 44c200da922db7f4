#!/usr/bin/env python3
"""count.py - how many rows the CSV on standard input has, without its header
count.py FOLDER - cuts what convert -T --csv writes into a file for each document, FOLDER/N.csv"""
import csv
import os
import sys

if len(sys.argv) == 1:
    sys.stdin.reconfigure(newline='', encoding='utf-8-sig')
    print(sum(1 for _ in csv.reader(sys.stdin, strict=True)) - 1)
else:
    os.mkdir(sys.argv[1])
    parts = sys.stdin.buffer.read().split(b'\x1e')
    for number, part in enumerate(parts[:-1], 1):
        if number > 1:
            part = part[part.index(b'\n') + 1:]
        with open(f'{sys.argv[1]}/{number}.csv', 'wb') as file:
            file.write(part)
