-- Units with the name and the membership of a day; before the first of either, the first counts.
SELECT u.id, u.kind, u.position, u.trade, u.address, u.phone, u.version, n.name, n.short, n.initials,
       t.from_on AS joined_on, t.to_on AS left_on, t.reason AS left_reason
FROM registry_unit u
JOIN registry_unit_name n ON n.id = (
  SELECT id FROM registry_unit_name WHERE unit = u.id
  ORDER BY from_on <= :day DESC, CASE WHEN from_on <= :day THEN from_on END DESC, from_on LIMIT 1)
JOIN registry_unit_term t ON t.id = (
  SELECT id FROM registry_unit_term WHERE unit = u.id
  ORDER BY from_on <= :day DESC, CASE WHEN from_on <= :day THEN from_on END DESC, from_on LIMIT 1)
WHERE u.campaign = :campaign AND (:unit IS NULL OR u.id = :unit)
  AND (:left OR (t.from_on <= :day AND (t.to_on IS NULL OR t.to_on > :day)))
  AND (:words = '' OR instr(lower(n.name), :words) OR instr(lower(n.short), :words) OR instr(n.initials, :words))
ORDER BY CASE u.kind WHEN 'member' THEN 0 WHEN 'county' THEN 1 WHEN 'park' THEN 2 ELSE 3 END, u.position, n.short
LIMIT 2000
