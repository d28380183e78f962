// The pickers for 人员 and 单位: the picker with the words that say what to type. The search comes from the room that knows.
import { h, type FunctionalComponent } from 'vue'
import Picker from './Picker.vue'

function pickerSaying(placeholder: string): typeof Picker {
  const picker: FunctionalComponent = (_, { attrs }) => h(Picker as never, { placeholder, ...attrs })
  picker.inheritAttrs = false
  return picker as unknown as typeof Picker
}

export const PersonPicker = pickerSaying('姓名或拼音首字母')
export const UnitPicker = pickerSaying('单位名称、简称或拼音首字母，如 fgw')
