#!/usr/bin/env bash
# Rebuilds echarts.min.js from the pinned versions in package.json.
set -euo pipefail
cd "$(dirname "$0")"
npm install --no-audit --no-fund --no-package-lock
npx esbuild entry.js --bundle --minify --format=iife --global-name=echarts --target=es2018 --legal-comments=inline --outfile=echarts.min.js
sha256sum echarts.min.js
