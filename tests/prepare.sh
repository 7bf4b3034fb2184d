#!/bin/sh
# What the tests need beside Python: Chromium for the pages, Java 17 and Maven for a real Neo4j, jq for the README.
set -eu
need=""
command -v chromium >/dev/null || command -v chromium-browser >/dev/null || command -v google-chrome >/dev/null ||
	need="$need chromium"
command -v java >/dev/null || need="$need openjdk-17-jre-headless"
command -v jq >/dev/null || need="$need jq"
command -v mvn >/dev/null || need="$need maven"
[ -n "$need" ] || exit 0
if ! command -v apt-get >/dev/null; then
	echo "The tests need:$need. Install them with your package manager and run again." >&2
	exit 1
fi
sudo=""
[ "$(id -u)" = 0 ] || sudo=sudo
$sudo apt-get update -qq
# shellcheck disable=SC2086
DEBIAN_FRONTEND=noninteractive $sudo apt-get install -y -qq $need >/dev/null
