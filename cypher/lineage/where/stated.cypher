// The dataset states the link: it does not follow from where units were placed.
link.derived IS NULL
