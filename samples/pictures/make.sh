#!/bin/sh
# Makes the pictures of the README again, from the PDFs in output/paper-road and from the workbench. Needs poppler-utils and ImageMagick.
set -eu
cd "$(dirname "$0")/../.."
book=output/paper-road
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# opening NAME PDF LEFT RIGHT: two pages that lie side by side in the open book, counted in the PDF from 1.
opening() {
  for page in "$3" "$4"; do pdftoppm -r 80 -gray -png -singlefile -f "$page" -l "$page" "$book/$2" "$work/$page"; done
  convert "$work/$3.png" "$work/$4.png" +append -bordercolor '#bbb' -border 1 -colors 16 -depth 4 -strip "PNG8:samples/pictures/$1.png"
}

opening facing facing.pdf 8 9
opening english en.pdf 8 9
opening arabic ar.pdf 9 8
opening columns columns.pdf 8 9

node --import tsx tests/bench/review/picture.ts "$work/review.png"
convert "$work/review.png" -resize 1000x -colors 64 -strip PNG8:samples/pictures/review.png
