"""Counts a roster with a peer: `count_peer.py duckdb|polars THREADS clean|rejects FILE COUNTS`.

Columns are declared. `clean` checks nothing; `rejects` leaves malformed rows out and lists the lines
that the peer can name, beside the counts.
"""

import os
import sys

NAMES = ["district", "commune", "name", "person", "birth_year", "group", "learning_citizen"]
NAMES += ["digital_skill", "proficient", "status", "recognised_on"]
GROUPS = ["gia-dinh", "dong-ho", "cong-dong", "can-bo-xa", "can-bo-huyen", "can-bo-tinh"]
FLAGS = ["learning_citizen", "digital_skill", "proficient"]


def count_with_duckdb(threads, mode, path, counts):
    import duckdb

    types = dict.fromkeys(NAMES, "VARCHAR") | dict.fromkeys(FLAGS, "UTINYINT")
    options = "auto_detect = false, header = true, delim = ',', quote = '\"', escape = '\"'"
    where = ""
    if mode == "rejects":
        types |= {"birth_year": "USMALLINT", "recognised_on": "DATE"}
        options += ", store_rejects = true, rejects_limit = 0"
        where = f"WHERE commune <> '' AND birth_year BETWEEN 1900 AND 2022 AND \"group\" IN {tuple(GROUPS)}"
    columns = ", ".join(f"'{name}': '{kind}'" for name, kind in types.items())
    sums = ", ".join(f"sum({flag})::BIGINT AS {flag}" for flag in FLAGS)
    connection = duckdb.connect()
    connection.execute(f"SET threads = {threads}")
    connection.execute(
        f"COPY (SELECT commune, \"group\", count(*) AS n, {sums}, "
        "count(*) FILTER (status = 'công nhận') AS recognised "
        f"FROM read_csv('{path}', {options}, columns = {{{columns}}}) {where} "
        f"GROUP BY ALL ORDER BY commune, \"group\") TO '{counts}' (HEADER, DELIMITER ',')"
    )
    if mode == "rejects":
        connection.execute(f"COPY (SELECT line FROM reject_errors) TO '{counts}.lines' (HEADER)")


def count_with_polars(threads, mode, path, counts):
    os.environ["POLARS_MAX_THREADS"] = threads
    import polars

    col = polars.col
    is_clean = mode == "clean"
    kinds = dict.fromkeys(NAMES, polars.String)
    if is_clean:
        kinds |= dict.fromkeys(FLAGS, polars.UInt8)
    frame = polars.scan_csv(
        path, has_header=False, skip_rows=1, schema=kinds, truncate_ragged_lines=not is_clean,
        row_index_name=None if is_clean else "row")
    if not is_clean:
        frame = frame.with_columns(
            *[col(flag).cast(polars.UInt8, strict=False) for flag in FLAGS],
            year=col("birth_year").cast(polars.UInt16, strict=False),
            day=col("recognised_on").str.to_date("%Y-%m-%d", strict=False))
        is_good = col("commune").is_not_null() & col("year").is_between(1900, 2022)
        is_good &= col("group").is_in(GROUPS) & (col("day").is_not_null() | col("recognised_on").is_null())
        for flag in FLAGS:
            is_good &= col(flag).is_not_null()
        is_good = is_good.fill_null(False)
        lines = frame.filter(~is_good).select(col("row") + 2)
        frame = frame.filter(is_good)
    result = frame.group_by("commune", "group").agg(
        polars.len().alias("n"), *[col(flag).sum().cast(polars.Int64) for flag in FLAGS],
        (col("status") == "công nhận").sum().alias("recognised"))
    result = result.sort("commune", "group")
    if is_clean:
        result.collect(engine="streaming").write_csv(counts)
    else:
        good, bad = polars.collect_all([result, lines], engine="streaming")
        good.write_csv(counts)
        bad.write_csv(counts + ".lines")


peer, threads, mode, path, counts = sys.argv[1:]
{"duckdb": count_with_duckdb, "polars": count_with_polars}[peer](threads, mode, path, counts)
