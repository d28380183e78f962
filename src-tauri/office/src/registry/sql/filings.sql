-- Filings with the unit's name on the day of the change, and how many there are in all.
SELECT f.*, n.name AS unit_name, n.short AS unit_short, count(*) OVER () AS total
FROM registry_filing f
JOIN registry_unit_name n ON n.id = (
  SELECT id FROM registry_unit_name WHERE unit = f.unit
  ORDER BY from_on <= f.changed_on DESC, CASE WHEN from_on <= f.changed_on THEN from_on END DESC, from_on LIMIT 1)
WHERE f.campaign = :campaign AND (:filing IS NULL OR f.id = :filing) AND (:unit IS NULL OR f.unit = :unit)
  AND (:first IS NULL OR f.filed_on >= :first) AND (:last IS NULL OR f.filed_on <= :last)
  AND (NOT :late OR f.late_days > 0)
