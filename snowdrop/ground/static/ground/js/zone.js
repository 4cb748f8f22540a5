// Chooses the time zone of this device where nobody has said one yet; it is shown, and can be changed.
export function attach(select) {
  const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
  if (!select.value && [...select.options].some((option) => option.value === here)) select.value = here;
}
