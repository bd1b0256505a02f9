# The six figures of the note by gnuplot: "gnuplot -e 'terminals=\"pdfcairo
# svg\"; data=\"FOLDER\"; out=\"FOLDER\"' figures.gp"; with only=\"chapters2\" one
# of them. Size and type as the note's.
# SPDX-License-Identifier: MIT
set datafile separator comma
set encoding utf8
set style fill solid 1.0 noborder
set border 1
set tics nomirror scale 0
set key noautotitle
set grid back linewidth 0.5

# Horizontal bars of one column, names on the left, numbers behind.
set macros
bars = "file every ::1 using ($3 / 2):(-$0):($3 / 2):(0.3):ytic(2) with boxxyerror linecolor rgb '#12294a', file every ::1 using 3:(-$0):(sprintf(' %d', $3)) with labels left"
more = "file every ::1 using ($4 / 2):(-$0):($4 / 2):(0.3):ytic('') with boxxyerror linecolor rgb '#b3541e', file every ::1 using 4:(-$0):(sprintf(' %d', $4)) with labels left"

if (!exists("only")) only = "categories1 categories2 chapters2 regions2 chapter2 chapter5"
is_wanted(name) = words(only) > 1 || only eq name

do for [kind in terminals] {
	ending = kind eq "svg" ? "svg" : "pdf"
	if (kind eq "svg") {
		set terminal svg size 510,300 font "Liberation Sans,8"
	} else {
		set terminal pdfcairo size 5.3in,3.1in font "Liberation Sans,8"
	}
	do for [name in "categories1 categories2"] {
		if (!is_wanted(name)) { continue }
		file = data . "/" . name . ".en.csv"
		set output out . "/" . name . "." . ending
		set xrange [0:*]
		set yrange [*:*]
		plot @bars
	}
	if (is_wanted("chapters2")) {
	file = data . "/chapters2.en.csv"
	set output out . "/chapters2." . ending
	set xrange [-0.7:1.7]
	set yrange [0:*]
	plot file every ::1 using ($0 - 0.15):3:(0.28):xtic(2) title "2021" with boxes linecolor rgb '#12294a', \
	     file every ::1 using ($0 + 0.15):4:(0.28) title "2023" with boxes linecolor rgb '#b3541e' fillstyle pattern 5, \
	     file every ::1 using ($0 - 0.15):3:3 with labels offset 0,0.6, \
	     file every ::1 using ($0 + 0.15):4:4 with labels offset 0,0.6
	}
	if (is_wanted("regions2")) {
	file = data . "/regions2.en.csv"
	set output out . "/regions2." . ending
	set xrange [0:*]
	set yrange [*:*]
	plot for [i = 3:5] file using (column(i) / 2):(-$0 - (i - 4) * 0.26):(column(i) / 2):(0.12):ytic(2) \
	         with boxxyerror linecolor i title columnheader(i), \
	     for [i = 3:5] file every ::1 using i:(-$0 - (i - 4) * 0.26):(sprintf(' %d', column(i))) with labels left
	}
	do for [name in "chapter2 chapter5"] {
		if (!is_wanted(name)) { continue }
		file = data . "/" . name . ".en.csv"
		set output out . "/" . name . "." . ending
		set multiplot
		set xrange [0:*]
		set yrange [*:*]
		set bmargin 3
		set tmargin 1
		set lmargin at screen 0.52
		set rmargin at screen 0.73
		plot @bars
		set lmargin at screen 0.78
		set rmargin at screen 0.99
		plot @more
		unset multiplot
		unset lmargin
		unset rmargin
		unset bmargin
		unset tmargin
	}
}
