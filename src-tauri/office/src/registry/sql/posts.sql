-- Posts with person and the unit's name on the day they began, newest first.
SELECT p.id, p.person, p.unit, p.kind, p.title, p.rank, p.from_on, p.to_on, p.end_reason, p.void_reason, p.version,
       r.name AS person_name, COALESCE(n.name, '') AS unit_name, COALESCE(n.short, '') AS unit_short
FROM registry_post p
JOIN registry_person r ON r.id = p.person
LEFT JOIN registry_unit_name n ON n.id = (
  SELECT id FROM registry_unit_name WHERE unit = p.unit
  ORDER BY from_on <= p.from_on DESC, CASE WHEN from_on <= p.from_on THEN from_on END DESC, from_on LIMIT 1)
WHERE p.campaign = :campaign AND (:post IS NULL OR p.id = :post)
  AND (:person IS NULL OR p.person = :person) AND (:unit IS NULL OR p.unit = :unit)
ORDER BY p.from_on DESC, p.id DESC
LIMIT 2000
