package enforcement

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
)

var (
	// paragraphs and letters of an article, and the law it is in
	belowArticle = regexp.MustCompile(`(?i)\b(ayat|huruf|angka|butir)\s*\(?[0-9a-z]+\)?(\s*(,|dan|&|jo\.?|s\.?d\.?|-)\s*\(?([1-9]|1[0-9]|[a-z])\)?(\W|$))*`)
	lawItself    = regexp.MustCompile(`(?i)\b(uu|undang-undang|undang undang|perpu|pp|permen\w*)\b\s*(keimigrasian\s*)?((no\.?|nomor)?\s*[0-9]+\s*(/|tahun|thn?\.?)\s*[0-9]{4})?`)
	articleNo    = regexp.MustCompile(`(?i)\b([0-9]{1,3})[a-z]?\b`)
)

// Article reduces a citation to the articles it names: "Pasal 78 ayat 1 dan 2"
// is Pasal 78; "Ps. 113 jo. 119 UU 6/2011" is Pasal 113, 119. Paragraphs are
// left off, so that the mix counts articles. A text without a number stands
// for itself.
func Article(s string) string {
	t := lawItself.ReplaceAllString(s, "")
	t = belowArticle.ReplaceAllString(t, " ")
	var nums []int
	for _, m := range articleNo.FindAllStringSubmatch(t, -1) {
		if n, _ := strconv.Atoi(m[1]); n > 0 && !slices.Contains(nums, n) {
			nums = append(nums, n)
		}
	}
	if len(nums) == 0 {
		return strings.Join(strings.Fields(s), " ")
	}
	slices.Sort(nums)
	parts := make([]string, len(nums))
	for i, n := range nums {
		parts[i] = strconv.Itoa(n)
	}
	return "Pasal " + strings.Join(parts, ", ")
}
