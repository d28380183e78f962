-- People by name, initials, telephone or the unit at which they hold a post on the day.
SELECT r.*, count(*) OVER () AS total
FROM registry_person r
WHERE r.campaign = :campaign
  AND (:words = '' OR instr(lower(r.name), :words) OR instr(r.initials, :words)
       OR instr(r.mobile, :words) OR instr(r.office_phone, :words))
  AND (:unit IS NULL OR EXISTS (
    SELECT 1 FROM registry_post p WHERE p.person = r.id AND p.unit = :unit AND p.voided_at IS NULL
      AND p.from_on <= :day AND (p.to_on IS NULL OR p.to_on > :day)))
