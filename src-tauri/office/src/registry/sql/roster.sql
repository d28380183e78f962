-- Posts held on a day with person and the unit's name of that day; the caller puts them into protocol order.
SELECT p.id AS post_id, p.version AS post_version, p.kind, p.title, p.rank, p.from_on, p.to_on, p.unit,
       r.id AS person, r.name, r.initials, r.mobile, r.office_phone,
       COALESCE(n.name, '') AS unit_name, COALESCE(n.short, '') AS unit_short,
       COALESCE(u.position, 0) AS unit_position,
       CASE u.kind WHEN 'member' THEN 1 WHEN 'county' THEN 2 WHEN 'park' THEN 3 WHEN 'other' THEN 4 ELSE 0 END
         AS unit_group
FROM registry_post p
JOIN registry_person r ON r.id = p.person
LEFT JOIN registry_unit u ON u.id = p.unit
LEFT JOIN registry_unit_name n ON n.unit = p.unit AND n.from_on <= :day AND (n.to_on IS NULL OR n.to_on > :day)
WHERE p.campaign = :campaign AND p.voided_at IS NULL
  AND p.from_on <= :day AND (p.to_on IS NULL OR p.to_on > :day)
  AND (:unit IS NULL OR p.unit = :unit)
LIMIT 10000
